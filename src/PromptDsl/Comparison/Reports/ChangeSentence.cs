using PromptDsl.Text;

namespace PromptDsl.Comparison.Reports;

/// <summary>Says a change in one line of plain English.</summary>
internal static class ChangeSentence
{
    private const int LongestValue = 60;

    private static readonly HashSet<string> SingularsInS = ["lens", "emphasis"];

    public static string Describe(PromptChange change)
    {
        string subject = Capital(change.Side.Subject);
        string before = Shorten(change.Before?.Value ?? "");
        string after = Shorten(change.After?.Value ?? "");
        string verb = IsPlural(subject) ? "are" : "is";
        return change.Kind switch
        {
            ChangeKind.Added => End($"{subject} {verb} added", after),
            ChangeKind.Removed => End($"{subject} {verb} removed", before),
            ChangeKind.Moved when change.Before is null => End($"{subject} {verb} added", after),
            ChangeKind.Moved when change.After is null => End($"{subject} {verb} removed", before),
            ChangeKind.Moved when !subject.StartsWith("The ", StringComparison.Ordinal) =>
                $"{subject} moves from {before} to {after}.",
            ChangeKind.Renamed => Rename(change, before, after),
            ChangeKind.Reordered => $"{subject} stand in another order: {before}, now {after}.",
            _ => $"{subject} {VerbOf(subject)} from {before} to {after}.",
        };
    }

    /// <summary>What a change says before its values; the rest of the line is the values.</summary>
    public static string Lead(PromptChange change) => $"{Capital(change.Side.Subject)} {VerbOf(change.Side.Subject)}: ";

    /// <summary>What follows the sentence: where it holds, and what else follows from it.</summary>
    public static string Remarks(PromptChange change)
    {
        var remarks = new List<string>();
        if (!change.Stages.IsEmpty)
        {
            remarks.Add($"in {Plural(change.Stages.Length, "stage")} {string.Join(", ", change.Stages)}");
        }

        if (!change.Builds.IsEmpty)
        {
            remarks.Add($"in {Plural(change.Builds.Length, "build")} {Shorten(string.Join(", ", change.Builds))}");
        }

        if (change.VariesByBuild)
        {
            remarks.Add("with other values in other builds");
        }

        if (!change.Consequences.IsEmpty)
        {
            IEnumerable<string> paths = change.Consequences.Select(c => c.Path).Distinct();
            remarks.Add($"and with it {Shorten(string.Join(", ", paths))}");
        }

        return string.Join("; ", remarks);
    }

    private static string Rename(PromptChange change, string before, string after)
    {
        string subject = Capital(change.Before!.Subject);
        return (before.Length, after.Length, change.Side.Key) switch
        {
            (0, _, "stage") => $"The picture of the file is now that of stage {after}.",
            (_, 0, "stage") => $"The picture of stage {before} is now that of the file.",
            (0, _, _) => $"{subject} is named {after}.",
            (_, 0, _) => $"{subject} has no name any more.",
            _ => $"{subject} is renamed to {after}.",
        };
    }

    private static string End(string sentence, string value) =>
        value.Length == 0 ? sentence + "." : $"{sentence}: {value}.";

    private static string VerbOf(string subject) => IsPlural(subject) ? "change" : "changes";

    private static bool IsPlural(string subject)
    {
        string head = subject.Split(" of ")[0].Split(" in ")[0];
        return head.StartsWith("the ", StringComparison.OrdinalIgnoreCase)
            && head.EndsWith('s')
            && !SingularsInS.Contains(head[(head.LastIndexOf(' ') + 1)..]);
    }

    private static string Plural(int count, string noun) => count == 1 ? noun : noun + "s";

    private static string Capital(string text) =>
        text.Length > 0 && char.IsAsciiLetterLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>A value in one line of bounded width.</summary>
    public static string Shorten(string value)
    {
        string line = value.ReplaceLineEndings(" ");
        if (DisplayWidth.Of(line) <= LongestValue)
        {
            return line;
        }

        int end = 0;
        int width = 0;
        while (width < LongestValue - 1)
        {
            int length = System.Globalization.StringInfo.GetNextTextElementLength(line.AsSpan(end));
            width += DisplayWidth.Of(line.Substring(end, length));
            end += length;
        }

        return line[..end].TrimEnd() + "…" + (line[0] is '"' or '[' && line[^1] is '"' or ']' ? line[^1..] : "");
    }
}
