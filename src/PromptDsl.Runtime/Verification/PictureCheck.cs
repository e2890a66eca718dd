namespace PromptDsl.Runtime.Verification;

/// <summary>One thing that was checked on a picture.</summary>
/// <param name="Name">The key of <c>expect</c>, such as <c>size</c>.</param>
/// <param name="Passed">Whether it is as expected; null when it could not be checked.</param>
/// <param name="Message">What was found, as a sentence without a final period.</param>
public sealed record PictureCheck(string Name, bool? Passed, string Message);
