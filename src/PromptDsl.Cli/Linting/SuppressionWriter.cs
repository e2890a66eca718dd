using PromptDsl.Cli.Findings;
using PromptDsl.Diagnostics;
using PromptDsl.Formatting;
using PromptDsl.Linting.Suppressions;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Cli.Linting;

/// <summary>Puts comments into files that suppress the findings that they have now.</summary>
internal sealed class SuppressionWriter(LintRun run, string reason)
{
    /// <summary>How many findings are suppressed.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the comments in memory.</summary>
    /// <param name="findings">What is to be suppressed.</param>
    /// <returns>The changed files, in order.</returns>
    public List<ChangedFile> Apply(IReadOnlyCollection<Finding> findings)
    {
        var changes = new List<ChangedFile>();
        foreach (LintedFile file in run.Files.Where(f => !f.IsText))
        {
            string path = file.Source.DisplayPath(file.Source.Text);
            List<Finding> own = [.. findings.Where(f => f.Path == path && CanBeSuppressed(f))];
            var tree = SyntaxTree.Parse(file.Source.Text);
            if (own.Count > 0 && !tree.HasErrors)
            {
                changes.Add(new ChangedFile(file.Source.File, file.Source.Text, AddComments(tree, own)));
                Count += own.Count;
            }
        }

        var after = changes.ToDictionary(c => c.File.AbsolutePath, c => c.After, StringComparer.Ordinal);
        run.LintAgain(s => after.GetValueOrDefault(s.File.AbsolutePath, s.Text));
        return changes;
    }

    private static bool CanBeSuppressed(Finding finding) =>
        finding.Suppression is null && SuppressionFilter.IsSuppressible(finding.Diagnostic.Descriptor);

    private SourceText AddComments(SyntaxTree tree, List<Finding> findings)
    {
        string text = tree.Source.Text;
        var lines = new StatementLines(tree);
        bool wasFormatted = Formatter.Format(tree) is { IsFormattable: true, IsChanged: false };

        // From the end, so that what is above stays where it is.
        IEnumerable<IGrouping<int, Finding>> places = findings
            .GroupBy(f => PlaceOf(f.Diagnostic, lines))
            .OrderByDescending(g => g.Key);
        foreach (IGrouping<int, Finding> place in places)
        {
            string codes = string.Join(
                ", ",
                place.Select(f => f.Diagnostic.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            );
            text = place.Key < 0 ? InsertAtTop(text, codes) : InsertAbove(text, place.Key, codes);
        }

        var changed = SyntaxTree.Parse(text, tree.Source.Path);
        return wasFormatted && Formatter.Format(changed) is { IsFormattable: true } formatted
            ? SourceText.FromString(formatted.Text, tree.Source.Path)
            : changed.Source;
    }

    /// <summary>Where the line begins above which the comment goes; below zero for what is said of the file.</summary>
    private static int PlaceOf(Diagnostic diagnostic, StatementLines lines) =>
        diagnostic.Span is { Start: 0, Length: 0 } ? -1 : lines.Around(diagnostic.Span.Start).Start;

    private string InsertAtTop(string text, string codes)
    {
        int start = text.StartsWith('\uFEFF') ? 1 : 0;
        return text.Insert(start, $"// promptc-ignore-file {codes}: {reason}{LineBreakOf(text)}");
    }

    private string InsertAbove(string text, int lineStart, string codes)
    {
        int start = lineStart == 0 && text.StartsWith('\uFEFF') ? 1 : lineStart;
        int content = start;
        while (content < text.Length && text[content] is ' ' or '\t')
        {
            content++;
        }

        return text.Insert(
            start,
            $"{text[start..content]}// promptc-ignore-next-line {codes}: {reason}{LineBreakOf(text)}"
        );
    }

    private static string LineBreakOf(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
}
