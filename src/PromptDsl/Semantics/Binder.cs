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
        var loader = new ModuleLoader(resolver, diagnostics);
        Module root = loader.Load(tree);
        var budget = new ExpansionBudget(diagnostics);
        var pictures = new PictureNames(root);
        var instances = new Instances(diagnostics, pictures, budget);
        DefinitionChecker.Check(root, instances, diagnostics);
        CheckBindings(root, tree);
        var given = options.Parameters.Select(b => b.Name).ToHashSet(StringComparer.Ordinal);
        var bindings = ImmutableArray.CreateBuilder<BoundBuild>();
        bool hasUnbound = false;
        bool hasContent = false;
        foreach (Combination combination in new Variations(diagnostics, Give(root, instances), given).Read(root))
        {
            if (budget.IsExhausted)
            {
                break;
            }

            Instances round = Give(
                root,
                new Instances(diagnostics, pictures, budget) { Varied = combination.Parameters }
            );
            BlockNode node = new Expander(diagnostics, round).ExpandFile(round.Default(root));
            Override(node, combination);
            node.ReportConflicts(diagnostics);
            EvaluateAll(root, round);
            ReportUnbound(round.Unbound);
            hasUnbound |= round.Unbound.Count > 0;
            hasContent |= SaysSomething(node);
            var stages = new StageBuilder(diagnostics, options, node);
            ImmutableArray<Stage> built = stages.Build();
            bindings.Add(
                new BoundBuild(
                    combination.Name,
                    combination.Bindings,
                    new PromptModel
                    {
                        Tree = tree,
                        About = node.ToFields(f =>
                            f.Key is "title" or "version" or "owner" or "tags" or "license" or "note"
                        ),
                        Locale = Locale(node),
                        Base = stages.Base,
                        Technical = stages.Technical,
                        References = stages.AllReferences,
                        Stages = built,
                    }
                )
            );
        }

        FileRole role =
            hasUnbound ? FileRole.Template
            : hasContent || tree.HasErrors ? FileRole.Picture
            : FileRole.Library;
        return new BoundFile(role, bindings.ToImmutable());
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
}
