using PromptDsl.Text;

namespace PromptDsl.Runtime.Verification;

/// <summary>What came of one expectation.</summary>
/// <param name="Key">The key of <c>expect</c>.</param>
/// <param name="Message">What was expected and what was found, or why it cannot be told, as a clause.</param>
/// <param name="Place">What it was expected by: the value, the colour or the name of the text.</param>
public sealed record PictureCheck(string Key, CheckStatus Status, string Message, SourceSpan Place);
