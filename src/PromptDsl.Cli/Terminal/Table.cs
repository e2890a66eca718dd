using PromptDsl.Text;

namespace PromptDsl.Cli.Terminal;

/// <summary>Writes rows with aligned columns.</summary>
internal static class Table
{
    private const string Gap = "  ";

    /// <summary>Writes a header and rows; the last column is not padded.</summary>
    public static void Write(TextWriter output, Paint paint, string[] header, IReadOnlyList<string[]> rows)
    {
        int[] widths =
        [
            .. header.Select(
                (title, i) => rows.Select(r => DisplayWidth.Of(r[i])).Append(DisplayWidth.Of(title)).Max()
            ),
        ];
        output.WriteLine(paint.Bold(Line(header, widths)));
        foreach (string[] row in rows)
        {
            output.WriteLine(Line(row, widths));
        }
    }

    private static string Line(string[] cells, int[] widths) =>
        string.Join(Gap, cells.Select((cell, i) => cell + new string(' ', widths[i] - DisplayWidth.Of(cell))))
            .TrimEnd();
}
