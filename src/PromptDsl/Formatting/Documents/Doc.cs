using System.Collections.Immutable;

namespace PromptDsl.Formatting.Documents;

/// <summary>Builds documents.</summary>
internal static class Doc
{
    public static readonly Document Empty = new ConcatDocument([]);
    public static readonly Document Space = Text(" ");
    public static readonly Document Comma = Text(",");

    /// <summary>A line break, or a blank on one line.</summary>
    public static readonly Document Line = new LineDocument(LineKind.Blank);

    /// <summary>A line break, or nothing on one line.</summary>
    public static readonly Document SoftLine = new LineDocument(LineKind.Soft);

    public static readonly Document HardLine = new LineDocument(LineKind.Hard);
    public static readonly Document LiteralLine = new LineDocument(LineKind.Literal);
    public static readonly Document ForceBreak = new BreakDocument();

    public static Document Text(string text) => new TextDocument(text.AsMemory());

    public static Document Text(ReadOnlyMemory<char> text) => new TextDocument(text);

    public static Document LineComment(ReadOnlyMemory<char> text) => new LineCommentDocument(text);

    public static Document Concat(params ImmutableArray<Document> parts) => new ConcatDocument(parts);

    public static Document Group(Document content) => new GroupDocument(content);

    public static Document Indent(Document content) => new IndentDocument(content);

    public static Document IfBreak(Document broken, Document flat) => new IfBreakDocument(broken, flat);
}
