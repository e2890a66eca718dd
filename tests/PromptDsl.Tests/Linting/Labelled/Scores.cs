using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Text;

namespace PromptDsl.Tests.Linting.Labelled;

/// <summary>
/// All rules run over all cases of a folder. A rule is judged on the cases that are about it; a warning or an
/// error of another rule is a false alarm of that one, unless the case says that this defect is there too.
/// </summary>
internal sealed class Scores
{
    private static readonly Linter Linter = new(LintOptions.Default);
    private readonly Dictionary<string, Score> _rules = new(StringComparer.Ordinal);
    private readonly List<string> _disagreements = [];

    public Scores(string folder)
    {
        foreach (LabelledCase example in LabelledCase.ReadFolder(folder))
        {
            Count(example);
        }
    }

    public IEnumerable<(DiagnosticDescriptor Rule, Score Score)> Rules =>
        RuleRegistry
            .All.Select(r => r.Descriptor)
            .Where(r => _rules.ContainsKey(r.Code))
            .Select(r => (r, _rules[r.Code]));

    /// <summary>Every case that a rule sees otherwise than the label, to read before either is changed.</summary>
    public IReadOnlyList<string> Disagreements => _disagreements;

    public Score Total(Func<DiagnosticDescriptor, bool> isMeant)
    {
        var total = new Score();
        foreach ((DiagnosticDescriptor rule, Score score) in Rules)
        {
            if (isMeant(rule))
            {
                total.Add(score);
            }
        }

        return total;
    }

    private void Count(LabelledCase example)
    {
        ImmutableArray<Diagnostic> found = Lint(example);
        bool isReported = found.Any(d => d.Code == example.Code);
        ScoreOf(example.Code).Files++;
        ScoreOf(example.Code).Count(example.HasDefect, isReported);
        if (isReported != example.HasDefect)
        {
            _disagreements.Add($"{(isReported ? "false alarm" : "missed")}: {example}\n{example.Text}");
        }

        foreach (Diagnostic other in found.DistinctBy(d => d.Code).Where(d => IsFalseAlarm(example, d)))
        {
            ScoreOf(other.Code).Count(hasDefect: false, isReported: true);
            _disagreements.Add($"false alarm of {other.Code}: {example}\n{other.Message}\n{example.Text}");
        }
    }

    private static bool IsFalseAlarm(LabelledCase example, Diagnostic other) =>
        other.Code != example.Code
        && other.Severity >= DiagnosticSeverity.Warning
        && !example.OtherDefects.Contains(other.Code);

    private Score ScoreOf(string code)
    {
        if (!_rules.TryGetValue(code, out Score? score))
        {
            score = new Score();
            _rules.Add(code, score);
        }

        return score;
    }

    private static ImmutableArray<Diagnostic> Lint(LabelledCase example)
    {
        if (example.IsPlainText)
        {
            return Linter.LintText(SourceText.FromString(example.Text, "prompt.txt"));
        }

        return Linter.Lint(example.Compile(), CompilerOptions.Default);
    }
}
