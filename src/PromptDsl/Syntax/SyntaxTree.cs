using System.Collections.Immutable;
using System.Text;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>The lossless tree of a file and what was found while reading it.</summary>
public sealed class SyntaxTree
{
    private SyntaxTree(SourceText source, FileSyntax root, ImmutableArray<Diagnostic> diagnostics)
    {
        Source = source;
        Root = root;
        Diagnostics = diagnostics;
    }

    public SourceText Source { get; }

    public FileSyntax Root { get; }

    /// <summary>Findings of the lexer and the parser, by position.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public bool HasErrors => Diagnostics.Any(d => d.IsError);

    /// <summary>Reads a file. Never fails and never throws, whatever the text is.</summary>
    public static SyntaxTree Parse(SourceText source)
    {
        (FileSyntax root, ImmutableArray<Diagnostic> diagnostics) = Parser.Parse(source);
        return new SyntaxTree(source, root, diagnostics);
    }

    /// <summary>Reads a text.</summary>
    public static SyntaxTree Parse(string text, string path = "input.imgp") => Parse(SourceText.FromString(text, path));

    /// <summary>The source, put together again from the tokens of the tree.</summary>
    public override string ToString()
    {
        var builder = new StringBuilder(Source.Length);
        Root.WriteTo(builder, Source);
        return builder.ToString();
    }
}
