namespace WebApi;

/// <summary>What is wrong with a value.</summary>
/// <param name="Parameter">The parameter, or null when it is not about one.</param>
/// <param name="Type">The declared type of the parameter.</param>
/// <param name="Position">Where the template says so: <c>FILE:LINE:COLUMN</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Help">What to do.</param>
public sealed record ParameterError(string? Parameter, string? Type, string Position, string Message, string? Help);
