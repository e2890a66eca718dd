namespace PromptDsl.Targets.Requests;

/// <summary>A PNG that limits an edit of the first input image to where its alpha is 0.</summary>
/// <param name="Path">The logical path, with "/" on every system.</param>
public sealed record RequestMask(string Path);
