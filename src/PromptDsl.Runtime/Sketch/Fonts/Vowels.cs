namespace PromptDsl.Runtime.Sketch.Fonts;

/// <summary>The vowels of Hangul: a bar that lies, a bar that stands, or both.</summary>
internal static class Vowels
{
    /// <summary>The lying part of a vowel as a letter of its own, or null: ㅘ has ㅗ.</summary>
    public static char? Lying(char vowel) =>
        vowel switch
        {
            'ㅗ' or 'ㅛ' or 'ㅜ' or 'ㅠ' or 'ㅡ' => vowel,
            'ㅘ' or 'ㅙ' or 'ㅚ' => 'ㅗ',
            'ㅝ' or 'ㅞ' or 'ㅟ' => 'ㅜ',
            'ㅢ' => 'ㅡ',
            _ => null,
        };

    /// <summary>The standing part of a vowel as a letter of its own, or null: ㅘ has ㅏ.</summary>
    public static char? Standing(char vowel) =>
        vowel switch
        {
            'ㅘ' => 'ㅏ',
            'ㅙ' => 'ㅐ',
            'ㅝ' => 'ㅓ',
            'ㅞ' => 'ㅔ',
            'ㅚ' or 'ㅟ' or 'ㅢ' => 'ㅣ',
            'ㅗ' or 'ㅛ' or 'ㅜ' or 'ㅠ' or 'ㅡ' => null,
            _ => vowel,
        };

    /// <summary>Draws a lying vowel whose bar is in a row, with stems that reach to <paramref name="stemEnd"/>.</summary>
    public static void DrawLying(GlyphPen pen, char vowel, StrokeBox box, int bar, int stemEnd)
    {
        pen.Across(bar, box.Left, box.Right);
        int quarter = box.Width / 4;
        ReadOnlySpan<int> stems = vowel switch
        {
            'ㅡ' => [],
            'ㅛ' or 'ㅠ' => [box.Left + quarter, box.Right - quarter],
            _ => [box.CenterX],
        };
        foreach (int x in stems)
        {
            pen.Down(x, Math.Min(bar, stemEnd), Math.Max(bar, stemEnd));
        }
    }

    /// <summary>Draws a standing vowel in the five columns of a box; its ticks are about a row.</summary>
    public static void DrawStanding(GlyphPen pen, char vowel, StrokeBox box, int tickRow)
    {
        (int left, int top, int right, int bottom) = box;
        bool isDouble = vowel is 'ㅐ' or 'ㅒ' or 'ㅔ' or 'ㅖ';
        bool pointsRight = vowel is 'ㅏ' or 'ㅐ' or 'ㅑ' or 'ㅒ';
        int stem =
            pointsRight ? left + 1
            : isDouble ? right - 2
            : right - 1;
        pen.Down(stem, top, bottom);
        if (isDouble)
        {
            pen.Down(right, top, bottom);
        }

        (int from, int to) = pointsRight ? (stem, right) : (left, stem);
        foreach (int row in TickRows(vowel, tickRow))
        {
            pen.Across(row, from, to);
        }
    }

    private static int[] TickRows(char vowel, int row) =>
        vowel switch
        {
            'ㅣ' => [],
            'ㅑ' or 'ㅒ' or 'ㅕ' or 'ㅖ' => [row - 1, row + 2],
            _ => [row],
        };
}
