namespace PromptDsl.Runtime.Sketch.Fonts;

/// <summary>
/// Hangul, composed of its letters: each is drawn as strokes into the part of the cell that the form
/// of the syllable leaves it, so that all 11,172 syllables are there without a table of them.
/// </summary>
internal static class HangulGlyphs
{
    private const string Initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const string VowelLetters = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private const string Finals = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    private const char FirstSyllable = '가';
    private const char LastSyllable = '힣';
    private const int Last = 12;

    /// <summary>The glyph of a syllable or of a letter alone; null for anything else.</summary>
    public static Glyph? Find(int codePoint)
    {
        var pen = new GlyphPen();
        if (codePoint is >= FirstSyllable and <= LastSyllable)
        {
            DrawSyllable(pen, codePoint - FirstSyllable);
        }
        else if (codePoint is >= 'ㄱ' and <= 'ㅎ')
        {
            Consonants.Draw(pen, (char)codePoint, new StrokeBox(1, 1, Last - 1, Last - 1));
        }
        else if (codePoint is >= 'ㅏ' and <= 'ㅣ')
        {
            DrawVowel(pen, (char)codePoint, hasFinal: false);
        }
        else
        {
            return null;
        }

        return pen.ToGlyph(2 * PixelFont.CellWidth);
    }

    private static void DrawSyllable(GlyphPen pen, int index)
    {
        int final = index % (Finals.Length + 1);
        int pair = index / (Finals.Length + 1);
        char vowel = VowelLetters[pair % VowelLetters.Length];
        char initial = Initials[pair / VowelLetters.Length];
        bool hasFinal = final > 0;
        Consonants.Draw(pen, initial, InitialBox(vowel, hasFinal));
        DrawVowel(pen, vowel, hasFinal);
        if (hasFinal)
        {
            Consonants.Draw(pen, Finals[final - 1], new StrokeBox(1, 8, Last - 1, Last));
        }
    }

    private static StrokeBox InitialBox(char vowel, bool hasFinal) =>
        (Vowels.Lying(vowel), Vowels.Standing(vowel)) switch
        {
            (null, _) => hasFinal ? new StrokeBox(0, 0, 6, 6) : new StrokeBox(0, 1, 6, 10),
            (_, null) => hasFinal ? new StrokeBox(1, 0, Last - 1, 4) : new StrokeBox(1, 0, Last - 1, 6),
            _ => hasFinal ? new StrokeBox(0, 0, 6, 4) : new StrokeBox(0, 0, 6, 5),
        };

    private static void DrawVowel(GlyphPen pen, char vowel, bool hasFinal)
    {
        char? lying = Vowels.Lying(vowel);
        char? standing = Vowels.Standing(vowel);
        if (lying is { } bar)
        {
            var box = new StrokeBox(0, 0, standing is null ? Last : 7, Last);
            (int row, int stemEnd) = LyingRows(bar, hasFinal);
            Vowels.DrawLying(pen, bar, box, row, stemEnd);
        }

        if (standing is { } stem)
        {
            int bottom = hasFinal ? 7 : Last;
            int tickRow =
                lying == 'ㅜ' ? bottom - (hasFinal ? 0 : 2)
                : lying == 'ㅗ' ? bottom / 2 - 1
                : hasFinal ? 3
                : 5;
            Vowels.DrawStanding(pen, stem, new StrokeBox(8, 0, Last, bottom), tickRow);
        }
    }

    /// <summary>The row of the bar, and the row to which its stems reach: up for ㅗ, down for ㅜ.</summary>
    private static (int Bar, int StemEnd) LyingRows(char vowel, bool hasFinal) =>
        vowel switch
        {
            'ㅗ' or 'ㅛ' => hasFinal ? (6, 5) : (11, 8),
            'ㅜ' or 'ㅠ' => hasFinal ? (6, 7) : (8, Last),
            _ => hasFinal ? (6, 6) : (10, 10),
        };
}
