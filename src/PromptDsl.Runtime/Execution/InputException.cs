namespace PromptDsl.Runtime.Execution;

/// <summary>An input picture is missing or cannot be read: a clause for people.</summary>
internal sealed class InputException(string message, Exception? inner = null) : Exception(message, inner);
