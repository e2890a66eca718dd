using PromptDsl.Text;

namespace PromptDsl.Cli.Findings;

/// <summary>
/// A line and a column for people, counted from one. A column counts Unicode characters, as rustc
/// and ruff do; an emoji made of two UTF-16 code units is one column.
/// </summary>
internal readonly record struct Place(int Line, int Column)
{
    public static Place At(SourceText source, int position)
    {
        LinePosition utf16 = source.Lines.PositionAt(position);
        ReadOnlySpan<char> before = source.AsSpan(TextSpan.FromBounds(position - utf16.Column, position));
        int column = 1;
        for (int i = 0; i < before.Length; i++)
        {
            bool isPair =
                char.IsHighSurrogate(before[i]) && i + 1 < before.Length && char.IsLowSurrogate(before[i + 1]);
            i += isPair ? 1 : 0;
            column++;
        }

        return new Place(utf16.Line + 1, column);
    }

    public override string ToString() => $"{Line}:{Column}";
}
