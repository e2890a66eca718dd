namespace PromptDsl.Cli.Differences;

/// <summary>A line of a difference.</summary>
/// <param name="Sign"><c>-</c>, <c>+</c>, or a space for a line of both.</param>
/// <param name="Text">The line with its line break; without one only at the end of a text.</param>
/// <param name="OldNumber">Its number in the old text, or that of the line that follows there.</param>
/// <param name="NewNumber">Its number in the new text, or that of the line that follows there.</param>
internal readonly record struct DiffLine(char Sign, string Text, int OldNumber, int NewNumber);
