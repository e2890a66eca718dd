using PromptDsl.Formatting.Documents;

namespace PromptDsl.Formatting.Printers;

/// <summary>How the elements of a <see cref="Sequence"/> are set apart.</summary>
/// <param name="Edge">The line after the opening and before the closing token.</param>
/// <param name="Separator">What follows an element before another one.</param>
/// <param name="TrailingSeparator">What follows the last element.</param>
internal sealed record SequenceStyle(Document Edge, Document Separator, Document TrailingSeparator)
{
    /// <summary>Statements: commas on one line, the lines themselves otherwise.</summary>
    public static readonly SequenceStyle Body = new(Doc.Line, Doc.IfBreak(Doc.Empty, Doc.Comma), Doc.Empty);

    /// <summary>Items of a list: one more on a line of its own changes no other line.</summary>
    public static readonly SequenceStyle List = new(Doc.SoftLine, Doc.Comma, Doc.IfBreak(Doc.Comma, Doc.Empty));

    /// <summary>Names of a loop, where the grammar has no comma at the end.</summary>
    public static readonly SequenceStyle Pattern = new(Doc.SoftLine, Doc.Comma, Doc.Empty);
}
