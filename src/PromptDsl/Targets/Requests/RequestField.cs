namespace PromptDsl.Targets.Requests;

/// <summary>A named value in the body of a request.</summary>
public sealed record RequestField(string Name, RequestValue Value);
