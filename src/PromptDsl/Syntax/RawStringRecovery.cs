using System.Text.RegularExpressions;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>
/// Finds where a raw string that nothing closes was meant to end: before the next line that begins a
/// statement and is indented no further than the line that opens the string.
/// </summary>
internal static class RawStringRecovery
{
    /// <summary>
    /// A property with a value, a block with its brace, <c>use</c>, <c>param</c> or <c>define</c>. Kinds and keys
    /// are small letters, which tells most prose from them.
    /// </summary>
    private static readonly Regex Statement = new(
        """
        ^[a-z][a-z-]*(
            [ \t]*:[ \t]*( ["\[#] | [-0-9][0-9.:x%]*[ \t]*,?$ | [a-z][\w.-]*[ \t]*,?$ | $ )
          | [ \t]*:?[ \t]*\{
          | [ \t][^{}]*\{( [ \t]*$ | [^{}]*: )
          )
        | ^use[ \t]+"
        | ^param[ \t]+[\w-]+[ \t]*:
        | ^define[ \t]+[a-z-]+[ \t]+[\w-]+[ \t]*( ["\[#0-9] | $ )
        """,
        RegexOptions.NonBacktracking
            | RegexOptions.IgnorePatternWhitespace
            | RegexOptions.ExplicitCapture
            | RegexOptions.CultureInvariant,
        Regex.InfiniteMatchTimeout
    );

    /// <summary>The end of the last line that is text, or null when no statement begins before the limit.</summary>
    /// <param name="open">The first of the opening quotation marks.</param>
    /// <param name="limit">Lines that begin here or later are not looked at.</param>
    public static int? FindEnd(SourceText source, int open, int limit)
    {
        LineMap lines = source.Lines;
        int opening = lines.LineAt(open);
        int indentation = IndentationOf(Line(source, opening));
        for (int line = opening + 1; line < lines.Count && lines.StartOf(line) < limit; line++)
        {
            ReadOnlySpan<char> text = Line(source, line);
            int column = IndentationOf(text);
            ReadOnlySpan<char> content = text[column..];
            bool closesBody = column < indentation && content.StartsWith('}');
            if (closesBody || (column <= indentation && Statement.IsMatch(content)))
            {
                return lines.StartOf(line - 1) + Line(source, line - 1).Length;
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> Line(SourceText source, int line) =>
        source.AsSpan(TextSpan.FromBounds(source.Lines.StartOf(line), source.Lines.EndOf(line))).TrimEnd("\r\n");

    private static int IndentationOf(ReadOnlySpan<char> line)
    {
        int length = line.IndexOfAnyExcept(' ', '\t');
        return length < 0 ? line.Length : length;
    }
}
