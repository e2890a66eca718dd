using System.Collections.Immutable;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Runtime.Sketch.Fonts;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Sketch.Painting;

/// <summary>
/// The strip at the foot of a sketch: what it is, what an edit changes and keeps, the palette, and
/// further inputs. It is in the same place for every stage, so that an edit covers that of its input.
/// </summary>
internal sealed class InfoBand
{
    private const int Lines = 6;
    private const int Padding = 8;

    private static readonly Rgb Ground = Rgb.FromHex(0x20252E);
    private static readonly Rgb Words = Rgb.FromHex(0xE9ECF0);
    private static readonly Rgb Heads = Rgb.FromHex(0xF2B872);

    private readonly SketchPage _page;

    public InfoBand(SketchPage page)
    {
        _page = page;
        Box bounds = page.Canvas.Bounds;
        int wanted = ((Lines * PixelFont.LineHeight) + (2 * Padding)) * page.Unit;
        int height = Math.Min(wanted, bounds.Height / 4);
        Box = new Box(0, bounds.Height - height, bounds.Width, height);
    }

    public Box Box { get; }

    public void Draw(SketchOrder order, SketchTheme theme)
    {
        int unit = _page.Unit;
        _page.Canvas.Fill(Box, Ground);
        Box inside = Box.Inset(Padding * unit);
        int left = DrawExtras(order, theme, inside);
        int line = PixelFont.LineHeight * unit;
        int rows = inside.Height / line;
        int width = left - (2 * Padding * unit) - inside.X;
        int row = DrawEntry(new Entry("sketch", Caption(order), 1), inside, width, 0, rows);
        foreach (Entry entry in Entries(order.Stage.Model))
        {
            row = DrawEntry(entry, inside, width, row, rows);
        }
    }

    private int DrawEntry(Entry entry, Box inside, int width, int row, int rows)
    {
        int line = PixelFont.LineHeight * _page.Unit;
        int lines = Math.Min(entry.Lines, rows - row);
        if (lines < 1)
        {
            return row;
        }

        int indent = PixelFont.Measure(entry.Head + " ", _page.Unit);
        Lettering head = Lettering.Cut(entry.Head, width, line, _page.Unit);
        Lettering text = Lettering.Fit(entry.Text, width - indent, lines * line, lines * _page.Unit, _page.Unit);
        int y = inside.Y + (row * line);
        int drop = (text.Scale - _page.Unit) * PixelFont.Baseline;
        head.Draw(_page.Canvas, new Box(inside.X, y + drop, width, 0), -1, Heads);
        text.Draw(_page.Canvas, new Box(inside.X + indent, y, width, 0), -1, Words);
        return row + Math.Max(1, text.Height / line);
    }

    /// <summary>The mark of the variation, the palette, and small pictures of the inputs; from the right.</summary>
    /// <returns>How far the words may reach.</returns>
    private int DrawExtras(SketchOrder order, SketchTheme theme, Box inside)
    {
        int unit = _page.Unit;
        int left = inside.Right;
        if (order.Variations > 1)
        {
            string mark = $"{order.Variation}/{order.Variations}";
            int scale = Math.Clamp(inside.Height / PixelFont.LineHeight, 1, 3 * unit);
            left -= PixelFont.Measure(mark, scale);
            int y = inside.CenterY - (PixelFont.CellHeight * scale / 2);
            PixelFont.Draw(_page.Canvas, mark, left, y, scale, Heads);
            left -= Padding * unit;
        }

        left = DrawThumbnails([.. order.Inputs.Skip(order.Stage.IsEdit ? 1 : 0)], left, inside);
        return DrawSwatches(theme, left, inside);
    }

    /// <summary>Draws pictures beside each other in at most half of the band.</summary>
    private int DrawThumbnails(ImmutableArray<Raster> pictures, int right, Box inside)
    {
        int left = right;
        foreach (Raster picture in pictures.Reverse())
        {
            double widest = Math.Min(2 * inside.Height, inside.Width / 2 / pictures.Length);
            double scale = Math.Min(widest / picture.Width, (double)inside.Height / picture.Height);
            int width = Math.Max(1, (int)(picture.Width * scale));
            left -= width;
            var box = new Box(left, inside.Y, width, Math.Max(1, (int)(picture.Height * scale)));
            _page.Canvas.Picture(picture, box);
            _page.Canvas.Frame(box, _page.Unit, Words);
            left -= Padding * _page.Unit;
        }

        return left;
    }

    private int DrawSwatches(SketchTheme theme, int right, Box inside)
    {
        if (theme.Swatches.IsEmpty)
        {
            return right;
        }

        int columns = (theme.Swatches.Length + 1) / 2;
        int side = Math.Min(inside.Height / 2, inside.Width / 4 / columns);
        int left = right - (columns * side);
        for (int i = 0; i < theme.Swatches.Length; i++)
        {
            var swatch = new Box(left + (i % columns * side), inside.Y + (i / columns * side), side, side);
            _page.Canvas.Fill(swatch, theme.Swatches[i]);
            _page.Canvas.Frame(swatch, _page.Unit, Words);
        }

        return left;
    }

    private static string Caption(SketchOrder order)
    {
        ImageRequest request = order.Stage.Request;
        string file = Path.GetFileNameWithoutExtension(order.Stage.Model.Place.Source.Path);
        return string.Join(
            " · ",
            new[]
            {
                file,
                order.Stage.Name,
                request.Model,
                order.Size.ToString(),
                request.FindText("quality"),
                order.IsTransparent ? "transparent" : null,
            }.Where(p => !string.IsNullOrEmpty(p))
        );
    }

    private static IEnumerable<Entry> Entries(Stage stage)
    {
        IEnumerable<Entry> entries = stage.IsEdit
            ?
            [
                new("change", Join(stage.Changes.Select(c => Spoken(c, stage))), 2),
                new("keep", Join(stage.Keeps.Select(k => k.Thing?.SpokenName ?? Spoken(k.Text, stage))), 2),
            ]
            :
            [
                new(
                    "subject",
                    Join([stage.Scene.Subject?.Description?.Plain, Written(stage.Scene.Subject?.Fields)]),
                    2
                ),
                new("style", Written(stage.Scene.Style?.Fields), 2),
            ];
        return entries
            .Append(new Entry("without", Join(stage.Scene.Negatives.Select(n => Spoken(n, stage))), 1))
            .Where(e => e.Text.Length > 0);
    }

    /// <summary>A text with the pictures that it names by their number, as the model reads it.</summary>
    private static string? Spoken(AuthoredText? text, Stage stage) =>
        text is null ? null : string.Concat(text.Runs.Select(r => r.Picture is null ? r.Text : Numbered(r, stage)));

    private static string Numbered(TextRun run, Stage stage) =>
        stage.Inputs.FirstOrDefault(i => i.Uses.Any(u => u.Name == run.Picture)) is { } input
            ? $"[{input.Number}]"
            : run.Text;

    private static string Written(FieldSet? fields) => Join((fields ?? FieldSet.Empty).Select(f => f.Value.Written));

    private static string Join(IEnumerable<string?> parts) =>
        string.Join(", ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));

    /// <summary>A line of the band.</summary>
    private sealed record Entry(string Head, string Text, int Lines);
}
