using System.Text;

namespace PromptDsl.Targets.Prices;

/// <summary>
/// Estimates the tokens of a prompt from its characters. OpenAI publishes no tokenizer for its image
/// models, so this is a rule of thumb with wide bounds, and said to be an estimate wherever it is shown.
/// </summary>
/// <remarks>
/// The tokenizers of OpenAI's language models put about four characters of English prose into a
/// token; two is what dense text such as colours and measures takes, and five plain prose at its best.
/// Hangul, kana and Chinese characters come near one token each; frequent words take half of that, and
/// rare syllables two. Of other scripts no more is said than that a token holds at least one byte.
/// </remarks>
public static class TextTokens
{
    private const int Scale = 1000;

    /// <summary>Estimates the tokens of a text; an empty one has none.</summary>
    public static TokenRange Estimate(string text)
    {
        long low = 0;
        long expected = 0;
        long high = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            (int least, int likely, int most) = WeightOf(rune);
            low += least;
            expected += likely;
            high += most;
        }

        return new TokenRange(Tokens(low), Tokens(expected), Tokens(high));
    }

    private static int Tokens(long weight) => (int)((weight + Scale - 1) / Scale);

    /// <summary>Thousandths of a token.</summary>
    private static (int Low, int Expected, int High) WeightOf(Rune rune) =>
        rune.Value switch
        {
            < 0x0250 or (>= 0x2000 and <= 0x206F) => (200, 250, 500),
            >= 0x1100 and <= 0x11FF => (500, 1000, 2000), // Hangul letters
            >= 0x3000 and <= 0x9FFF => (500, 1000, 2000), // punctuation, kana, letters, Chinese characters
            >= 0xAC00 and <= 0xD7AF => (500, 1000, 2000), // Hangul syllables
            >= 0xF900 and <= 0xFAFF => (500, 1000, 2000), // compatibility characters
            >= 0xFF00 and <= 0xFFEF => (500, 1000, 2000), // full and half width
            >= 0x20000 and <= 0x3FFFF => (500, 1000, 2000), // rare Chinese characters
            _ => (250, 1000, rune.Utf8SequenceLength * Scale),
        };
}
