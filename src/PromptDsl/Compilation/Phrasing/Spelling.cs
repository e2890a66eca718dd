using System.Globalization;
using System.Text;
using PromptDsl.Compilation.Wording;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>Spells a text letter by letter: <c>M-o-r-n-i-n-g (space) R-e-t-r-e-a-t</c>.</summary>
internal static class Spelling
{
    public static string Spell(string text, Phrasebook book)
    {
        var result = new StringBuilder(text.Length * 2);
        bool followsLetter = false;
        for (int i = 0; i < text.Length; )
        {
            int length = StringInfo.GetNextTextElementLength(text, i);
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                Separate(result, " ").Append('(').Append(c is '\n' ? book.LineBreak : book.Space).Append(')');
                followsLetter = false;
            }
            else
            {
                Separate(result, followsLetter ? "-" : " ").Append(text, i, length);
                followsLetter = true;
            }

            i += length;
        }

        return result.ToString();
    }

    private static StringBuilder Separate(StringBuilder result, string mark) =>
        result.Length == 0 ? result : result.Append(mark);
}
