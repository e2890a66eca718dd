using System.Globalization;
using System.Text;

namespace PromptDsl.Syntax;

/// <summary>Writes a text as a string literal of the language.</summary>
public static class StringLiteral
{
    /// <summary>The shortest quoted form: <c>\" \\ \n \t \$</c> and <c>\u{…}</c> where they are needed.</summary>
    public static string Quote(string text)
    {
        var builder = new StringBuilder(text.Length + 2).Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            _ = c switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append("\\\\"),
                '\n' => builder.Append("\\n"),
                '\t' => builder.Append("\\t"),
                '$' when i + 1 < text.Length && text[i + 1] == '{' => builder.Append("\\$"),
                < ' ' or '\u007F' => builder.Append(CultureInfo.InvariantCulture, $"\\u{{{(int)c:X}}}"),
                _ => builder.Append(c),
            };
        }

        return builder.Append('"').ToString();
    }
}
