using System.Collections.Immutable;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Runtime.Sketch.Fonts;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Sketch.Painting;

/// <summary>Draws a table: as columns, bars, a line or a pie when it has numbers and says so, else as rows.</summary>
internal static class TablePainter
{
    public static void Draw(SketchPage page, TableThing table, Box box, SketchTheme theme)
    {
        Rgb ground = theme.Background.Mix(theme.Background.Legible, 0.04);
        page.Canvas.Card(box, page.Radius, ground, theme.Background.Mix(Rgb.Ink, 0.35), page.Unit);
        Box inside = box.Inset(page.Gap);
        string head = Head(table);
        if (head.Length > 0)
        {
            Lettering title = Lettering.Cut(head, inside.Width, 2 * PixelFont.LineHeight * page.Unit, page.Unit);
            title.Draw(page.Canvas, inside, 0, ground.Legible);
            int taken = title.Height + (4 * page.Unit);
            inside = new Box(inside.X, inside.Y + taken, inside.Width, inside.Height - taken);
        }

        ImmutableArray<ChartValue> values = ChartValue.Of(table);
        switch (values.IsEmpty ? null : table.Fields.Word("as"))
        {
            case "column-chart":
                ChartPainter.DrawColumns(page, values, inside, theme, ground);
                break;
            case "bar-chart":
                ChartPainter.DrawBars(page, values, inside, theme, ground);
                break;
            case "line-chart":
                ChartPainter.DrawLine(page, values, inside, theme, ground);
                break;
            case "pie-chart":
                ChartPainter.DrawPie(page, values, inside, theme, ground);
                break;
            default:
                DrawRows(page, table, inside, ground);
                break;
        }
    }

    private static string Head(TableThing table)
    {
        string? unit = table.Fields["unit"]?.Written;
        string title = table.Title?.Plain ?? "";
        return unit is null ? title : $"{title} ({unit})".TrimStart();
    }

    private static void DrawRows(SketchPage page, TableThing table, Box box, Rgb ground)
    {
        List<ImmutableArray<string>> rows = [];
        ImmutableArray<BoundValue> heads = table.Fields.Items("columns");
        bool hasHeads = !heads.IsEmpty;
        if (hasHeads)
        {
            rows.Add([.. heads.Select(h => h.Written)]);
        }

        rows.AddRange(
            table.Rows.Select(r =>
                ImmutableArray
                    .CreateRange(r.Label is null ? [] : new[] { r.Label.Plain })
                    .AddRange(r.Cells.Select(c => c.Written))
            )
        );
        int columns = rows.Count == 0 ? 0 : rows.Max(r => r.Length);
        if (columns == 0)
        {
            return;
        }

        Box[] lines = box.Rows([.. rows.Select((_, i) => hasHeads && i == 0 ? 0.5 : 1.0)], 0);
        double[] weights = [.. Enumerable.Range(0, columns).Select(c => c == 0 ? 1.6 : 1.0)];
        for (int i = 0; i < rows.Count; i++)
        {
            Box[] cells = lines[i].Columns(weights, page.Gap);
            bool isHead = hasHeads && i == 0;
            for (int column = 0; column < rows[i].Length; column++)
            {
                int alignment = column == 0 ? -1 : 1;
                DrawCell(page, rows[i][column], cells[column], alignment, isHead, ground.Legible);
            }

            int rule = isHead ? 2 * page.Unit : page.Unit;
            Rgb color = ground.Mix(ground.Legible, isHead ? 0.7 : 0.2);
            page.Canvas.Fill(new Box(lines[i].X, lines[i].Bottom - rule, lines[i].Width, rule), color);
        }
    }

    private static void DrawCell(SketchPage page, string text, Box cell, int alignment, bool isHead, Rgb ink)
    {
        int largest = isHead ? 2 * page.Unit : 3 * page.Unit;
        Lettering words = Lettering.Fit(text, cell.Width, cell.Height, largest, 1);
        int y = cell.Y + ((cell.Height - words.Height) / 2);
        words.Draw(page.Canvas, new Box(cell.X, y, cell.Width, 0), alignment, ink);
    }
}
