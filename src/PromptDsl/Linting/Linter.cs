using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Rules.Hygiene;
using PromptDsl.Linting.Suppressions;
using PromptDsl.Planning;
using PromptDsl.Semantics;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Targets.Requests;
using PromptDsl.Text;

namespace PromptDsl.Linting;

/// <summary>
/// Runs the rules over what files mean. Each stage is walked once and its texts are scanned once, for all
/// rules together. Safe to use from several threads.
/// </summary>
public sealed class Linter
{
    private readonly LintOptions _options;
    private readonly ImmutableArray<LintRule> _rules;
    private readonly ImmutableHashSet<string> _codes;

    /// <summary>A linter with the rules that the options leave on.</summary>
    public Linter(LintOptions options)
        : this(options, RuleRegistry.All) { }

    internal Linter(LintOptions options, ImmutableArray<LintRule> rules)
    {
        _options = options;
        _rules = [.. rules.Where(r => !options.Disabled.Contains(r.Descriptor.Code))];
        _codes = [.. _rules.Select(r => r.Descriptor.Code)];
    }

    /// <summary>
    /// Everything that is to be said about a compiled file: what the compiler found, what the rules find, and
    /// what is wrong with suppressions, without what comments suppress.
    /// </summary>
    /// <param name="result">The file.</param>
    /// <param name="compiler">With what it was compiled.</param>
    public LintResult Check(CompilationResult result, CompilerOptions compiler)
    {
        var all = new DiagnosticBag();
        all.AddRange(result.Diagnostics);
        all.AddRange(PlanChecker.CheckFile(result));
        all.AddRange(Lint(result, compiler));
        var filter = new SuppressionFilter();
        var reported = new DiagnosticBag();
        var suppressed = ImmutableArray.CreateBuilder<SuppressedDiagnostic>();
        foreach (Diagnostic diagnostic in all.ToSorted().Where(d => !_options.Disabled.Contains(d.Code)))
        {
            if (filter.Find(diagnostic) is { } suppression)
            {
                suppressed.Add(new SuppressedDiagnostic(diagnostic, suppression));
            }
            else
            {
                reported.Add(diagnostic);
            }
        }

        ImmutableArray<Suppression> own = filter.Read(result.Tree);
        reported.AddRange(SuppressionDiagnostics.Check(own).Where(d => !_options.Disabled.Contains(d.Code)));
        reported.AddRange(FindUnused(own, filter, result, compiler));
        return new LintResult(reported.ToSorted(), suppressed.ToImmutable());
    }

    /// <summary>
    /// What the rules alone say about a compiled file, by place, whatever comments suppress. A file with
    /// errors is only read as it is written: it has no meaning yet.
    /// </summary>
    /// <param name="result">The file.</param>
    /// <param name="compiler">With what it was compiled.</param>
    public ImmutableArray<Diagnostic> Lint(CompilationResult result, CompilerOptions compiler)
    {
        var diagnostics = new DiagnosticBag();
        var file = new FileContext(result, compiler, _options, diagnostics);
        SourceSpan head = new(result.Tree.Source, new TextSpan(0, 0));
        Run(file, head, r => r.CheckFile(file));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (CompiledBuild build in result.Builds)
        {
            var context = new BuildContext(file, build.Model);
            context.Stages =
            [
                .. build.Stages.Select(s => new StageContext(context, s.Model, s, PassageReader.Read(s.Model))),
            ];
            Check(context, result.Builds.Length == 1 ? null : seen);
        }

        return diagnostics.ToSorted();
    }

    /// <summary>What the rules that need nothing but words say about a plain prompt, by place.</summary>
    public ImmutableArray<Diagnostic> LintText(SourceText prompt) => LintText(prompt, [new TextSpan(0, prompt.Length)]);

    /// <summary>The same for prompts that are parts of a text; places are those in the text.</summary>
    public ImmutableArray<Diagnostic> LintText(SourceText text, IEnumerable<TextSpan> prompts)
    {
        var diagnostics = new DiagnosticBag();
        foreach (TextSpan span in prompts)
        {
            // What ends in a line break does not say it.
            var place = new SourceSpan(text, span with { Length = text.AsSpan(span).TrimEnd().Length });
            var file = new FileContext(null, CompilerOptions.Default, _options, diagnostics);
            Stage stage = PlainStage(AuthoredText.From(place.Text, place));
            var context = new BuildContext(
                file,
                new PromptModel
                {
                    Tree = NoTree,
                    Base = stage.Scene,
                    Stages = [stage],
                }
            );
            context.Stages = [new StageContext(context, stage, null, PassageReader.Read(stage))];
            Check(context, seen: null);
        }

        return [.. diagnostics.ToSorted().Where(d => !_options.Disabled.Contains(d.Code))];
    }

    private static SyntaxTree NoTree { get; } = SyntaxTree.Parse(SourceText.FromString(""));

    private static Stage PlainStage(AuthoredText prompt) =>
        new()
        {
            Name = "",
            IsEdit = false,
            Place = prompt.Place,
            Scene = Scene.Empty with { Prompt = prompt },
            Parameters = new ImageParameters(),
            Visible = ImmutableDictionary<string, Thing>.Empty,
        };

    // What was seen in another build need not be looked at again.
    private void Check(BuildContext build, HashSet<string>? seen)
    {
        Run(build.File, build.Stages[0].Stage.Place, r => r.CheckBuild(build));
        foreach (StageContext stage in build.Stages)
        {
            if (seen is null || stage.Compiled is null || seen.Add(StageIdentity.Of(stage.Compiled)))
            {
                Run(build.File, stage.Stage.Place, r => r.CheckStage(stage));
            }
        }
    }

    // A rule that fails is a defect of the rule; the file and the other rules do not suffer for it.
    private void Run(FileContext file, SourceSpan place, Action<LintRule> check)
    {
        foreach (LintRule rule in _rules)
        {
            if (file.IsPlainText && !rule.ReadsPlainText)
            {
                continue;
            }

            try
            {
                check(rule);
            }
            catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
            {
                file.Report(LintDiagnostics.RuleFailed(place, rule.Descriptor, e));
            }
        }
    }

    // What a template or a library finds depends on who uses it, and a file with errors has not been looked at.
    private IEnumerable<Diagnostic> FindUnused(
        ImmutableArray<Suppression> suppressions,
        SuppressionFilter filter,
        CompilationResult result,
        CompilerOptions compiler
    )
    {
        UnusedSuppressionRule? rule = _rules.OfType<UnusedSuppressionRule>().FirstOrDefault();
        if (rule is null || !result.Succeeded || result.Role != FileRole.Picture)
        {
            return [];
        }

        return from suppression in suppressions.Where(s => !s.IsMisspelt)
            let unused = suppression
                .Codes.Where(c => c.Descriptor is { } d && WasLookedFor(d, compiler) && !filter.IsUsed(c))
                .ToImmutableArray()
            where !unused.IsEmpty
            from diagnostic in rule.Report(suppression, unused)
            select diagnostic;
    }

    private bool WasLookedFor(DiagnosticDescriptor descriptor, CompilerOptions compiler) =>
        SuppressionFilter.IsSuppressible(descriptor)
        && !_options.Disabled.Contains(descriptor.Code)
        && (!descriptor.IsLintRule || (_codes.Contains(descriptor.Code) && IsAbleToRun(descriptor)))
        && (!descriptor.IsOptIn || compiler.Enabled.Contains(descriptor.Code));

    private bool IsAbleToRun(DiagnosticDescriptor descriptor) =>
        _options.Previous is not null || descriptor.Code != VersionNotRaisedRule.Code;
}
