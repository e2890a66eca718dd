using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Formatting;

/// <summary>A file after formatting.</summary>
/// <param name="Source">The file as it was.</param>
/// <param name="Text">The file as it should be: LF, no byte order mark. That of the source when the file has errors.</param>
/// <param name="Errors">The syntax errors for which the file is left as it was.</param>
public sealed record FormatResult(SourceText Source, string Text, ImmutableArray<Diagnostic> Errors)
{
    /// <summary>Whether the file has no syntax errors: only what is understood is laid out.</summary>
    public bool IsFormattable => Errors.IsEmpty;

    /// <summary>Whether the text differs from the source.</summary>
    public bool IsChanged => Text != Source.Text;
}
