namespace PromptDsl.Cli.Linting;

/// <summary>A finding that was there when the baseline was made; of twins on alike lines there are several.</summary>
/// <param name="File">The path, relative to the folder of the baseline.</param>
/// <param name="Code">The code.</param>
/// <param name="Line">A hash of the line that the finding begins on, blanks aside; a number would not survive an edit above.</param>
internal sealed record BaselineEntry(string File, string Code, string Line);
