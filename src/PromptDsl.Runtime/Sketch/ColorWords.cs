using System.Collections.Frozen;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Sketch;

/// <summary>Colours that a file may say in words, in English and Korean; roughly what a reader imagines.</summary>
internal static class ColorWords
{
    private static readonly FrozenDictionary<string, int> Colors = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["amber"] = 0xFFB000,
        ["beige"] = 0xE8DCC4,
        ["black"] = 0x1A1A1A,
        ["blue"] = 0x2F6DB5,
        ["bone"] = 0xE7E0CE,
        ["brown"] = 0x7A4E2D,
        ["cream"] = 0xF7EFD8,
        ["gold"] = 0xD4A72C,
        ["gray"] = 0x8A8D91,
        ["green"] = 0x3E8E4F,
        ["grey"] = 0x8A8D91,
        ["indigo"] = 0x2E3A78,
        ["ivory"] = 0xF6F1E1,
        ["mint"] = 0xA8DCC5,
        ["navy"] = 0x1D2F55,
        ["ochre"] = 0xC58B2A,
        ["olive"] = 0x74783A,
        ["orange"] = 0xE8792B,
        ["pink"] = 0xEE9CB0,
        ["purple"] = 0x7A4FA0,
        ["red"] = 0xC8322E,
        ["rust"] = 0xA9482A,
        ["sepia"] = 0x7B5B3E,
        ["silver"] = 0xC2C6CC,
        ["teal"] = 0x2A8588,
        ["terracotta"] = 0xC4633B,
        ["turquoise"] = 0x3FB8AF,
        ["violet"] = 0x7D5BA6,
        ["white"] = 0xFAFAF7,
        ["yellow"] = 0xF2C53D,
        ["검"] = 0x1A1A1A,
        ["금색"] = 0xD4A72C,
        ["남색"] = 0x1D2F55,
        ["노란"] = 0xF2C53D,
        ["노랑"] = 0xF2C53D,
        ["먹"] = 0x2B2A27,
        ["밤색"] = 0x6B3F24,
        ["보라"] = 0x7A4FA0,
        ["분홍"] = 0xEE9CB0,
        ["붉은"] = 0xB5323A,
        ["빨간"] = 0xC8322E,
        ["빨강"] = 0xC8322E,
        ["은색"] = 0xC2C6CC,
        ["주황"] = 0xE8792B,
        ["쪽빛"] = 0x27476E,
        ["초록"] = 0x3E8E4F,
        ["파란"] = 0x2F6DB5,
        ["파랑"] = 0x2F6DB5,
        ["하늘색"] = 0xA9D3EC,
        ["하얀"] = 0xFAFAF7,
        ["회색"] = 0x8A8D91,
        ["흰"] = 0xFAFAF7,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The colour of a literal, or of the last colour word that a text says; null when there is none.</summary>
    public static Rgb? Find(BoundValue? value) =>
        value switch
        {
            ColorValue color => Rgb.Parse(color.Literal),
            TextValue text => Find(text.Text.Plain.ToLowerInvariant()),
            _ => null,
        };

    // "white with a hint of blue" is blue for want of grammar; "dark red" and "짙은 남색" are right.
    private static Rgb? Find(string text)
    {
        int last = -1;
        Rgb? found = null;
        foreach ((string word, int hex) in Colors)
        {
            int at = LastOf(text, word);
            if (at > last)
            {
                last = at;
                found = Rgb.FromHex(hex);
            }
        }

        return found;
    }

    // An English word counts as a whole: there is no red in "weathered". Korean words have endings.
    private static int LastOf(string text, string word)
    {
        int at = text.LastIndexOf(word, StringComparison.Ordinal);
        while (at >= 0 && char.IsAsciiLetter(word[0]) && !IsWhole(text, at, at + word.Length))
        {
            at = at == 0 ? -1 : text.LastIndexOf(word, at - 1, StringComparison.Ordinal);
        }

        return at;
    }

    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !char.IsAsciiLetter(text[start - 1])) && (end == text.Length || !char.IsAsciiLetter(text[end]));
}
