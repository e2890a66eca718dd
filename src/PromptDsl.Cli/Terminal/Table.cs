using PromptDsl.Text;

namespace PromptDsl.Cli.Terminal;

/// <summary>Writes rows with aligned columns.</summary>
internal static class Table
{
    private const string Gap = "  ";

    /// <summary>Writes a header and rows; the last column is not padded.</summary>
    /// <param name="output">Where they are written.</param>
    /// <param name="paint">Colours the header.</param>
    /// <param name="header">The titles of the columns.</param>
    /// <param name="rows">The cells of each row.</param>
    /// <param name="width">The columns of the terminal that lines are cut at, or null to leave them whole.</param>
    public static void Write(
        TextWriter output,
        Paint paint,
        string[] header,
        IReadOnlyList<string[]> rows,
        int? width = null
    )
    {
        int[] widths =
        [
            .. header.Select(
                (title, i) => rows.Select(r => DisplayWidth.Of(r[i])).Append(DisplayWidth.Of(title)).Max()
            ),
        ];
        output.WriteLine(paint.Bold(Fit(Line(header, widths), width)));
        foreach (string[] row in rows)
        {
            output.WriteLine(Fit(Line(row, widths), width));
        }
    }

    private static string Fit(string line, int? width) => width is { } room ? LiveRegion.Cut(line, room) : line;

    private static string Line(string[] cells, int[] widths) =>
        string.Join(Gap, cells.Select((cell, i) => cell + new string(' ', widths[i] - DisplayWidth.Of(cell))))
            .TrimEnd();
}
