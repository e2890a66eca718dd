namespace PromptDsl.Formatting.Documents;

/// <summary>A document that waits to be printed.</summary>
/// <param name="Document">The document.</param>
/// <param name="Indentation">The indentation of the lines that begin inside it, in columns.</param>
/// <param name="IsBroken">Whether the group around it is broken.</param>
/// <param name="Next">The first part of a <see cref="ConcatDocument"/> that is not printed yet.</param>
internal readonly record struct PrintCommand(Document Document, int Indentation, bool IsBroken, int Next = 0);
