namespace PromptDsl.Cli.Files;

/// <summary>One line of a <c>.gitignore</c>.</summary>
internal sealed record IgnoreRule(GlobPattern Pattern, bool IsNegated, bool FoldersOnly)
{
    /// <summary>Reads a line; null for a blank line or a comment.</summary>
    public static IgnoreRule? Parse(string line)
    {
        string text = TrimEnd(line.TrimEnd('\r'));
        bool isNegated = text.StartsWith('!');
        text = isNegated ? text[1..] : text;
        if (text.Length == 0 || (text[0] == '#' && !isNegated))
        {
            return null;
        }

        bool foldersOnly = text.EndsWith('/');
        text = foldersOnly ? text[..^1] : text;
        bool isAnchored = text.Contains('/');
        text = text.StartsWith('/') ? text[1..] : text;
        return text.Length == 0
            ? null
            : new IgnoreRule(new GlobPattern(isAnchored ? text : "**/" + text), isNegated, foldersOnly);
    }

    // Blanks at the end do not count unless the last is escaped.
    private static string TrimEnd(string line)
    {
        string trimmed = line.TrimEnd(' ');
        return trimmed.EndsWith('\\') && trimmed.Length < line.Length ? trimmed + " " : trimmed;
    }
}
