using PromptDsl.Cli.Findings;
using PromptDsl.Diagnostics;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Cli.Linting;

/// <summary>Makes fixes until none is left, in memory.</summary>
internal sealed class FixRun(LintRun run, bool allowUnsafe)
{
    // A fix may make room for another; two that undo each other must not go on for ever.
    private const int MaxRounds = 16;

    private readonly Dictionary<string, SourceText> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SourceText Text, int Errors, int Fixes)> _round = new(StringComparer.Ordinal);

    /// <summary>How many fixes were made.</summary>
    public int Count { get; private set; }

    /// <summary>The files that are different now, as they were and as they are, in order.</summary>
    public List<ChangedFile> Apply()
    {
        Dictionary<string, SourceText> before = run.Files.ToDictionary(
            f => f.Source.File.AbsolutePath,
            f => f.Source.Text,
            StringComparer.Ordinal
        );
        for (int round = 0; round < MaxRounds && ApplyRound(); round++)
        {
            Look();
            if (Undo())
            {
                Look();
            }
        }

        return
        [
            .. run
                .Files.Where(f => _changed.ContainsKey(f.Source.File.AbsolutePath))
                .Select(f => new ChangedFile(f.Source.File, before[f.Source.File.AbsolutePath], f.Source.Text))
                .Where(c => c.Before.Text != c.After.Text),
        ];
    }

    private void Look() => run.LintAgain(s => _changed.GetValueOrDefault(s.File.AbsolutePath, s.Text));

    /// <summary>Takes back what made errors: such a fix is a defect, and the file stays as it was.</summary>
    private bool Undo()
    {
        List<string> broken =
        [
            .. run
                .Files.Where(f =>
                    _round.TryGetValue(f.Source.File.AbsolutePath, out var before) && ErrorsOf(f) > before.Errors
                )
                .Select(f => f.Source.File.AbsolutePath),
        ];
        foreach (string path in broken)
        {
            _changed[path] = _round[path].Text;
            Count -= _round[path].Fixes;
            _left.Add(path);
        }

        return broken.Count > 0;
    }

    private static int ErrorsOf(LintedFile file) =>
        file.Findings.Count(f => f.Diagnostic.Descriptor is { Severity: DiagnosticSeverity.Error, IsLintRule: false });

    private bool ApplyRound()
    {
        _round.Clear();
        // A finding may be in a file that another one uses.
        ILookup<string, Finding> findings = run
            .Files.SelectMany(f =>
                f.Findings.Where(d => d.Suppression is null)
                    .Select(d => (Path: f.Source.Project.AbsolutePath(d.Diagnostic.Source), Finding: d))
            )
            .ToLookup(d => d.Path, d => d.Finding, StringComparer.Ordinal);
        bool hasChanged = false;
        foreach (LintedFile file in run.Files.Where(f => !_left.Contains(f.Source.File.AbsolutePath)))
        {
            hasChanged |= Apply(file, [.. Finding.Sort(findings[file.Source.File.AbsolutePath])]);
        }

        return hasChanged;
    }

    private bool Apply(LintedFile file, List<Finding> findings)
    {
        SourceText text = file.Source.Text;
        if (!file.IsText && SyntaxTree.Parse(text).HasErrors)
        {
            return false;
        }

        (string changed, int count) = FixApplier.Apply(
            text.Text,
            findings.Where(f => f.Diagnostic.Source.Text == text.Text).Select(f => f.Diagnostic),
            allowUnsafe
        );
        if (count == 0 || changed == text.Text)
        {
            return false;
        }

        _round[file.Source.File.AbsolutePath] = (text, ErrorsOf(file), count);
        _changed[file.Source.File.AbsolutePath] = SourceText.FromString(changed, text.Path);
        Count += count;
        return true;
    }
}
