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
        if (source.IsTooLarge)
        {
            return TooLarge(source);
        }

        (FileSyntax root, ImmutableArray<Diagnostic> diagnostics) = Parser.Parse(source);
        return new SyntaxTree(source, root, diagnostics);
    }

    /// <summary>A file that is not read at all: one token, so that it can still be written back.</summary>
    private static SyntaxTree TooLarge(SourceText source)
    {
        var all = new SyntaxToken(TokenKind.Bad, 0, 0, source.Length, TokenFlags.Reported);
        var end = new SyntaxToken(TokenKind.EndOfFile, source.Length, source.Length, 0, TokenFlags.OnNewLine);
        var place = new SourceSpan(source, new TextSpan(0, 0));
        return new SyntaxTree(
            source,
            new FileSyntax([new SkippedSyntax([all])], end),
            [LexicalDiagnostics.SourceTooLarge(place)]
        );
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
