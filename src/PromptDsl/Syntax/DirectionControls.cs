using System.Buffers;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>
/// Invisible characters that change the direction of writing. Outside strings they make code look
/// different from what it does (CVE-2021-42574); in a string an override may be meant.
/// </summary>
internal static class DirectionControls
{
    private const string Marks = "\u061C\u200E\u200F";
    private const string Overrides = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private static readonly SearchValues<char> All = SearchValues.Create(Marks + Overrides);

    public static bool Contains(ReadOnlySpan<char> text) => text.ContainsAny(All);

    /// <summary>The same set, for the lexer, which asks about single characters.</summary>
    public static bool IsOne(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    public static void Report(SourceText source, ArraySegment<SyntaxToken> tokens, List<Diagnostic> problems)
    {
        // Most files hold nothing of the range at all, and a range is found faster than a set.
        int position = source.Text.AsSpan().IndexOfAnyInRange('\u061C', '\u2069');
        int reported = 0;
        while (position >= 0 && reported < 32)
        {
            int offset = source.Text.AsSpan(position).IndexOfAny(All);
            if (offset < 0)
            {
                return;
            }

            position += offset;
            char c = source.Text[position];
            var place = new SourceSpan(source, new TextSpan(position, 1));
            if (!IsInString(tokens, position))
            {
                problems.Add(LexicalDiagnostics.DirectionControl(place, c));
                reported++;
            }
            else if (Overrides.Contains(c))
            {
                problems.Add(LexicalDiagnostics.DirectionOverride(place, c));
                reported++;
            }

            position++;
        }
    }

    private static bool IsInString(ArraySegment<SyntaxToken> tokens, int position)
    {
        int low = 0;
        int high = tokens.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        SyntaxToken token = tokens[low];
        return token.Kind is TokenKind.String or TokenKind.RawString && token.Span.Contains(position);
    }
}
