using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Linting.Suppressions;

/// <summary>Reads the suppressions of a file out of its comments.</summary>
internal sealed class SuppressionReader
{
    /// <summary>What every suppression begins with.</summary>
    public const string Marker = "promptc-ignore";

    private const string NextLine = Marker + "-next-line";
    private const string WholeFile = Marker + "-file";

    private readonly SourceText _source;
    private readonly StatementLines _lines;

    private SuppressionReader(SyntaxTree tree)
    {
        _source = tree.Source;
        _lines = new StatementLines(tree);
    }

    /// <summary>The words that a suppression may begin with.</summary>
    public static ImmutableArray<string> Directives { get; } = [Marker, NextLine, WholeFile];

    /// <summary>The suppressions in order.</summary>
    public static ImmutableArray<Suppression> Read(SyntaxTree tree)
    {
        var reader = new SuppressionReader(tree);
        var suppressions = ImmutableArray.CreateBuilder<Suppression>();
        foreach (SyntaxToken token in tree.Root.Tokens())
        {
            foreach (SyntaxTrivia trivia in SyntaxTrivia.Before(token, tree.Source).Where(t => t.IsComment))
            {
                if (reader.ReadComment(trivia, token) is { } suppression)
                {
                    suppressions.Add(suppression);
                }
            }
        }

        return suppressions.ToImmutable();
    }

    private Suppression? ReadComment(SyntaxTrivia comment, SyntaxToken next)
    {
        TextSpan content = Trim(comment);
        ReadOnlySpan<char> text = _source.AsSpan(content);
        if (!text.StartsWith(Marker, StringComparison.Ordinal))
        {
            return null;
        }

        int length = text.IndexOfAny(' ', '\t', ':');
        var directive = new TextSpan(content.Start, length < 0 ? text.Length : length);
        string word = _source.ToString(directive);
        SuppressionScope scope =
            word == WholeFile ? SuppressionScope.File
            : word == NextLine ? SuppressionScope.NextLine
            : SuppressionScope.Line;
        var rest = TextSpan.FromBounds(directive.End, content.End);
        (ImmutableArray<SuppressedCode> codes, int reason, int? missingColon) = ReadCodes(rest);
        return new Suppression(
            new SourceSpan(_source, comment.Span),
            scope,
            new SourceSpan(_source, directive),
            codes,
            _source.ToString(TextSpan.FromBounds(reason, content.End)).Trim(),
            TargetOf(scope, comment.Span, next)
        )
        {
            MissingColon = missingColon,
            IsMisspelt = !Directives.Contains(word),
        };
    }

    private TextSpan TargetOf(SuppressionScope scope, TextSpan comment, SyntaxToken next)
    {
        bool standsAlone = _lines.IsBlankBefore(comment.Start);
        int position = scope == SuppressionScope.Line && !standsAlone ? comment.Start : next.Start;
        return _lines.Around(position);
    }

    private TextSpan Trim(SyntaxTrivia comment)
    {
        int start = comment.Span.Start + 2;
        int end = comment.Span.End;
        if (comment.Kind == TriviaKind.BlockComment && end - 2 >= start)
        {
            end -= 2;
        }

        while (start < end && char.IsWhiteSpace(_source.Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(_source.Text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    /// <summary>Reads codes up to the colon; without a colon, as long as words are codes or commas say so.</summary>
    private (ImmutableArray<SuppressedCode> Codes, int Reason, int? MissingColon) ReadCodes(TextSpan span)
    {
        int colon = _source.Text.IndexOf(':', span.Start, span.Length);
        int limit = colon < 0 ? span.End : colon;
        var codes = ImmutableArray.CreateBuilder<SuppressedCode>();
        int position = span.Start;
        bool isListed = true;
        while (true)
        {
            position = Skip(position, limit, ref isListed);
            int end = EndOfWord(position, limit);
            if (end == position)
            {
                break;
            }

            var word = new SourceSpan(_source, TextSpan.FromBounds(position, end));
            DiagnosticDescriptor? descriptor = DiagnosticCatalog.Find(word.Text);
            if (colon < 0 && descriptor is null && !isListed)
            {
                return (codes.ToImmutable(), position, codes.Count > 0 ? codes[^1].Place.Span.End : position);
            }

            codes.Add(new SuppressedCode(word, descriptor));
            position = end;
            isListed = false;
        }

        return (codes.ToImmutable(), colon < 0 ? span.End : colon + 1, null);
    }

    private int Skip(int position, int limit, ref bool sawComma)
    {
        while (position < limit && (char.IsWhiteSpace(_source.Text[position]) || _source.Text[position] == ','))
        {
            sawComma |= _source.Text[position] == ',';
            position++;
        }

        return position;
    }

    private int EndOfWord(int position, int limit)
    {
        while (position < limit && !char.IsWhiteSpace(_source.Text[position]) && _source.Text[position] != ',')
        {
            position++;
        }

        return position;
    }
}
