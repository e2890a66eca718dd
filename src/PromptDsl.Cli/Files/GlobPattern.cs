using System.Text;
using System.Text.RegularExpressions;

namespace PromptDsl.Cli.Files;

/// <summary>
/// A path pattern with the meaning it has in <c>.gitignore</c>: <c>*</c> and <c>?</c> stay in one
/// folder, <c>**</c> crosses folders, <c>[a-z]</c> is one character.
/// </summary>
internal sealed class GlobPattern
{
    private readonly Regex _regex;

    public GlobPattern(string pattern)
    {
        // Without backtracking no pattern can make matching slow.
        _regex = new Regex($"^{Translate(pattern)}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    public static bool IsPattern(string text) => text.AsSpan().IndexOfAny('*', '?', '[') >= 0;

    /// <summary>Whether a relative path with <c>/</c> fits.</summary>
    public bool Matches(string path) => _regex.IsMatch(path);

    private static string Translate(string pattern)
    {
        var regex = new StringBuilder();
        int i = 0;
        while (i < pattern.Length)
        {
            if (pattern.AsSpan(i).StartsWith("**/") && IsSegmentStart(pattern, i))
            {
                regex.Append("(?:[^/]+/)*");
                i += 3;
            }
            else if (pattern.AsSpan(i).SequenceEqual("**") && IsSegmentStart(pattern, i))
            {
                regex.Append(".+");
                i += 2;
            }
            else if (pattern[i] == '[' && TryTranslateClass(pattern, i, regex, out int end))
            {
                i = end;
            }
            else
            {
                i += TranslateCharacter(pattern, i, regex);
            }
        }

        return regex.ToString();
    }

    private static bool IsSegmentStart(string pattern, int i) => i == 0 || pattern[i - 1] == '/';

    private static int TranslateCharacter(string pattern, int i, StringBuilder regex)
    {
        switch (pattern[i])
        {
            case '*':
                regex.Append("[^/]*");
                return 1;
            case '?':
                regex.Append("[^/]");
                return 1;
            case '\\' when i + 1 < pattern.Length:
                regex.Append(Regex.Escape(pattern[i + 1].ToString()));
                return 2;
            default:
                regex.Append(Regex.Escape(pattern[i].ToString()));
                return 1;
        }
    }

    private static bool TryTranslateClass(string pattern, int start, StringBuilder regex, out int end)
    {
        int i = start + 1;
        bool isNegated = i < pattern.Length && pattern[i] is '!' or '^';
        i += isNegated ? 1 : 0;
        int first = i;
        int close = pattern.IndexOf(']', Math.Min(first + 1, pattern.Length));
        end = close + 1;
        if (close < 0 || pattern.AsSpan(first, close - first).Contains('/'))
        {
            return false;
        }

        regex.Append(isNegated ? "[^/" : "[");
        for (i = first; i < close; i++)
        {
            // Everything but a range is meant as it stands; ] and ^ have a meaning only to us.
            bool isRange = pattern[i] == '-' && i > first && i < close - 1 && pattern[i - 1] <= pattern[i + 1];
            regex.Append(isRange ? "-" : $"\\u{(int)pattern[i]:X4}");
        }

        regex.Append(']');
        return true;
    }
}
