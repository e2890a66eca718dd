using System.Collections.Frozen;
using System.Reflection;

namespace PromptDsl.Runtime.Sketch.Fonts;

/// <summary>ASCII, the letters of Latin-1 and common punctuation, read from <c>latin.txt</c>.</summary>
internal static class LatinGlyphs
{
    private const int SheetTop = 2;
    private const int SheetLeft = 1;
    private const int SheetColumn = 6;

    // A letter, the letter that it is made of, and its mark.
    private const string Accented =
        "ÀA` ÁA´ ÂA^ ÃA~ ÄA¨ ÅA° ÇC¸ ÈE` ÉE´ ÊE^ ËE¨ ÌI` ÍI´ ÎI^ ÏI¨ ÑN~ ÒO` ÓO´ ÔO^ ÕO~ ÖO¨ ÙU` ÚU´ ÛU^ ÜU¨ ÝY´ "
        + "àa` áa´ âa^ ãa~ äa¨ åa° çc¸ èe` ée´ êe^ ëe¨ ìı` íı´ îı^ ïı¨ ñn~ òo` óo´ ôo^ õo~ öo¨ ùu` úu´ ûu^ üu¨ ýy´ ÿy¨";

    private static readonly FrozenDictionary<char, Glyph> Glyphs = Read();

    /// <summary>The glyph of a character, or null when the font does not have it.</summary>
    public static Glyph? Find(int codePoint) =>
        codePoint <= char.MaxValue ? Glyphs.GetValueOrDefault((char)codePoint) : null;

    private static FrozenDictionary<char, Glyph> Read()
    {
        var pens = new Dictionary<char, GlyphPen>();
        foreach (string block in Sheet().Split("\n\n"))
        {
            ReadBlock(block.Split('\n'), pens, SheetTop);
        }

        var glyphs = pens.ToDictionary(p => p.Key, p => p.Value.ToGlyph(PixelFont.CellWidth));
        glyphs.Add(' ', new GlyphPen().ToGlyph(PixelFont.CellWidth));
        glyphs.Add('\u00A0', glyphs[' ']);
        foreach (string accented in Accented.Split(' '))
        {
            glyphs.Add(accented[0], AddMark(glyphs[accented[1]], accented[2], char.IsUpper(accented[1])));
        }

        return glyphs.ToFrozenDictionary();
    }

    private static string Sheet()
    {
        const string Name = "PromptDsl.Runtime.Sketch.Fonts.latin.txt";
        using Stream stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The resource {Name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Reads a line of characters and the rows of their bitmaps under it.</summary>
    private static void ReadBlock(string[] lines, Dictionary<char, GlyphPen> pens, int top)
    {
        for (int column = 0; column < lines[0].Length; column += SheetColumn)
        {
            var pen = new GlyphPen();
            for (int row = 1; row < lines.Length; row++)
            {
                for (int x = column; x < Math.Min(column + SheetColumn, lines[row].Length); x++)
                {
                    if (lines[row][x] == '#')
                    {
                        pen.Dot(SheetLeft + x - column, top + row - 1);
                    }
                }
            }

            pens.Add(lines[0][column], pen);
        }
    }

    private static Glyph AddMark(Glyph letter, char mark, bool isCapital)
    {
        ReadOnlySpan<string> rows = mark switch
        {
            '`' => [".#...", "..#.."],
            '´' => ["...#.", "..#.."],
            '^' => ["..#..", ".#.#."],
            '~' => [".##.#", "#.##."],
            '¨' => [".#.#.", "....."],
            '°' => [".##..", ".##.."],
            _ => ["..#..", ".##.."],
        };
        int top =
            mark == '¸' ? SheetTop + 9
            : isCapital ? 0
            : SheetTop;
        ushort[] bits = [.. letter.Rows];
        for (int y = 0; y < rows.Length; y++)
        {
            for (int x = 0; x < rows[y].Length; x++)
            {
                bits[top + y] |= (ushort)(rows[y][x] == '#' ? 1 << (SheetLeft + x) : 0);
            }
        }

        return new Glyph(letter.Width, [.. bits]);
    }
}
