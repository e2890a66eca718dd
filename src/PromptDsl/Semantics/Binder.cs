using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Semantics.Binding.Expansion;
using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Semantics.Binding.Parameters;
using PromptDsl.Semantics.Binding.Stages;
using PromptDsl.Semantics.Binding.Variation;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics;

/// <summary>Gives a tree its meaning: imports, parameters, definitions, loops, what varies, stages.</summary>
internal sealed class Binder(ISourceResolver resolver, CompilerOptions options, DiagnosticBag diagnostics)
{
    /// <summary>The models of a file, one for each combination of what varies.</summary>
    public BoundFile Bind(SyntaxTree tree)
    {
        Module root = new ModuleLoader(resolver, diagnostics).Load(tree);
        var budget = new ExpansionBudget(diagnostics);
        var pictures = new PictureNames(root);
        var instances = new Instances(diagnostics, pictures, budget);
        DefinitionChecker.Check(root, instances, diagnostics);
        CheckBindings(root, tree);
        var given = options.Parameters.Select(b => b.Name).ToHashSet(StringComparer.Ordinal);
        var rounds = new List<Round>();
        foreach (Combination combination in new Variations(diagnostics, Give(root, instances), given).Read(root))
        {
            if (budget.IsExhausted)
            {
                break;
            }

            var ofRound = new Instances(diagnostics, pictures, budget) { Varied = combination.Parameters };
            rounds.Add(BindRound(root, Give(root, ofRound), combination));
        }

        FileRole role =
            rounds.Exists(r => r.IsUnbound) ? FileRole.Template
            : rounds.Exists(r => r.SaysSomething) || tree.HasErrors ? FileRole.Picture
            : FileRole.Library;
        return new BoundFile(role, [.. rounds.Select(r => r.Build)]);
    }

    /// <summary>The file with one combination of what varies.</summary>
    private Round BindRound(Module root, Instances instances, Combination combination)
    {
        BlockNode node = new Expander(diagnostics, instances).ExpandFile(instances.Default(root));
        Override(node, combination);
        node.ReportConflicts(diagnostics);
        EvaluateAll(root, instances);
        ReportUnbound(instances.Unbound);
        PromptModel model = BuildModel(root.Tree, node);
        return new Round(
            new BoundBuild(combination.Name, combination.Bindings, model),
            instances.Unbound.Count > 0,
            SaysSomething(node)
        );
    }

    private PromptModel BuildModel(SyntaxTree tree, BlockNode node)
    {
        var stages = new StageBuilder(diagnostics, options, node);
        ImmutableArray<Stage> built = stages.Build();
        return new PromptModel
        {
            Tree = tree,
            About = node.ToFields(f => f.Key is "title" or "version" or "owner" or "tags" or "license" or "note"),
            Locale = Locale(node),
            Base = stages.Base,
            Technical = stages.Technical,
            References = stages.AllReferences,
            RefusedReferences = stages.RefusedReferences,
            Stages = built,
        };
    }

    private string Locale(BlockNode node)
    {
        string? said = (node.Find("locale")?.Value as WordValue)?.Word;
        return options.Locale ?? said ?? options.DefaultLocale ?? "en";
    }

    /// <summary>Values from outside for parameters that the file has not are reported once.</summary>
    private void CheckBindings(Module root, SyntaxTree tree)
    {
        foreach (ParameterBinding binding in options.Parameters)
        {
            if (!root.Parameters.ContainsKey(binding.Name))
            {
                string? suggestion = Suggestion.For(binding.Name, root.Parameters.Keys);
                var place = new SourceSpan(tree.Source, new TextSpan(0, 0));
                diagnostics.Add(
                    ParameterDiagnostics.Unknown(place, binding.Name, binding.Origin, suggestion, root.Parameters.Keys)
                );
            }
        }
    }

    /// <summary>Gives the file the values from outside; a later one of the same name counts.</summary>
    private Instances Give(Module root, Instances instances)
    {
        ModuleInstance instance = instances.Default(root);
        foreach (ParameterBinding binding in options.Parameters)
        {
            if (root.Parameters.ContainsKey(binding.Name))
            {
                instance.Given[binding.Name] = instances.Read(instance, binding);
            }
        }

        return instances;
    }

    /// <summary>Looks at every parameter, so that one without a value is reported even where nothing uses it.</summary>
    private static void EvaluateAll(Module root, Instances instances)
    {
        foreach (string name in root.Parameters.Keys)
        {
            instances.Parameter(instances.Default(root), name);
        }
    }

    private void ReportUnbound(IReadOnlyList<ParameterDeclaration> unbound)
    {
        foreach (IGrouping<SourceText, ParameterDeclaration> file in unbound.GroupBy(p => p.Place.Source))
        {
            diagnostics.Add(
                ParameterDiagnostics.UnboundParameters([.. file.OrderBy(p => p.Place.Span.Start)], file.Key.Path)
            );
        }
    }

    private static void Override(BlockNode node, Combination combination)
    {
        foreach ((string block, Field field) in combination.Fields)
        {
            if (field.Value is ErrorValue)
            {
                continue;
            }

            BlockNode? target = node;
            if (block.Length > 0)
            {
                target = node.Child(block);
                if (target is null)
                {
                    target = new BlockNode(LanguageSchema.FindKind(block)!, field.KeyPlace);
                    node.Children.Add(target);
                }
            }

            target.Override(field);
        }
    }

    /// <summary>Whether the file describes a picture, or only holds definitions for others.</summary>
    private static bool SaysSomething(BlockNode node) =>
        node.Children.Any(c => c.Schema.Name is not ("technical" or "expect"))
        || new[] { "prompt", "content", "subject", "change", "purpose", "audience" }.Any(k => node.Find(k) is not null);

    /// <summary>What came of one combination of what varies.</summary>
    /// <param name="IsUnbound">Whether a parameter has no value.</param>
    /// <param name="SaysSomething">Whether it describes a picture.</param>
    private sealed record Round(BoundBuild Build, bool IsUnbound, bool SaysSomething);
}
