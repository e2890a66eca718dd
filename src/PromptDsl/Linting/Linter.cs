using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
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

    /// <summary>A linter with the rules that the options leave on.</summary>
    public Linter(LintOptions options)
        : this(options, RuleRegistry.All) { }

    internal Linter(LintOptions options, ImmutableArray<LintRule> rules)
    {
        _options = options;
        _rules = [.. rules.Where(r => !options.Disabled.Contains(r.Descriptor.Code))];
    }

    /// <summary>
    /// What the rules say about a compiled file, by place. A file with errors is only read as it is
    /// written: it has no meaning yet.
    /// </summary>
    /// <param name="result">The file.</param>
    /// <param name="compiler">With what it was compiled.</param>
    public ImmutableArray<Diagnostic> Lint(CompilationResult result, CompilerOptions compiler)
    {
        var diagnostics = new DiagnosticBag();
        var file = new FileContext(result, compiler, _options, diagnostics);
        SourceSpan head = new(result.Tree.Source, new TextSpan(0, 0));
        Run(file, head, r => r.CheckFile(file));
        foreach (CompiledBuild build in result.Builds)
        {
            var context = new BuildContext(file, build.Model);
            context.Stages =
            [
                .. build.Stages.Select(s => new StageContext(context, s.Model, s, PassageReader.Read(s.Model))),
            ];
            Check(context);
        }

        return diagnostics.ToSorted();
    }

    /// <summary>What the rules that need nothing but words say about a plain prompt, by place.</summary>
    public ImmutableArray<Diagnostic> LintText(SourceText prompt)
    {
        var diagnostics = new DiagnosticBag();
        string said = prompt.Text.TrimEnd();
        var text = AuthoredText.From(said, new SourceSpan(prompt, new TextSpan(0, said.Length)));
        var file = new FileContext(null, CompilerOptions.Default, _options, diagnostics);
        Stage stage = PlainStage(text);
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
        Check(context);
        return diagnostics.ToSorted();
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

    private void Check(BuildContext build)
    {
        Run(build.File, build.Stages[0].Stage.Place, r => r.CheckBuild(build));
        foreach (StageContext stage in build.Stages)
        {
            Run(build.File, stage.Stage.Place, r => r.CheckStage(stage));
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
}
