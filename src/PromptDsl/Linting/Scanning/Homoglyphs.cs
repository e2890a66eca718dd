using System.Collections.Frozen;
using PromptDsl.Text;

namespace PromptDsl.Linting.Scanning;

/// <summary>Letters of other scripts that look like Latin ones.</summary>
internal static class Homoglyphs
{
    private const string Greek = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι";
    private const string GreekAsLatin = "ABEZHIKMNOPTYXovi";
    private const string Cyrillic = "АВЕЅІЈКМНОРСТХаеѕіјорсухһ";
    private const string CyrillicAsLatin = "ABESIJKMHOPCTXaesijopcyxh";

    private static readonly FrozenDictionary<char, char> Latin = (Greek + Cyrillic)
        .Zip(GreekAsLatin + CyrillicAsLatin)
        .ToFrozenDictionary(p => p.First, p => p.Second);

    /// <summary>
    /// The words that mix Latin letters with letters that look like them and come from Greek or Cyrillic; a word with
    /// letters of the other script that look like nothing Latin is a word of that script or a formula.
    /// </summary>
    public static IEnumerable<TextSpan> In(string text) =>
        Words.Spans(text).Where(w => IsMixed(text.AsSpan(w.Start, w.Length)));

    /// <summary>The word with Latin letters only.</summary>
    public static string ToLatin(string word) => string.Concat(word.Select(c => Latin.GetValueOrDefault(c, c)));

    private static bool IsMixed(ReadOnlySpan<char> word)
    {
        int latin = 0;
        int alike = 0;
        foreach (char c in word)
        {
            if (Latin.ContainsKey(c))
            {
                alike++;
            }
            else if (WritingScripts.Of(c) is var script && script == WritingScript.Latin)
            {
                latin++;
            }
            else if (script is WritingScript.Greek or WritingScript.Cyrillic)
            {
                return false;
            }
        }

        return alike > 0 && latin > 1;
    }
}
