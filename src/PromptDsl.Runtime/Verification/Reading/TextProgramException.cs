namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>A program that reads text did not do so; the message says why, as a clause.</summary>
internal sealed class TextProgramException(string message) : Exception(message);
