using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;

namespace PromptDsl.Semantics.Binding.Expansion;

/// <content><c>for</c>.</content>
internal sealed partial class Expander
{
    private void ExpandLoop(ForSyntax loop, Scope scope, BlockNode node)
    {
        Module module = scope.Module;
        BoundValue items = Evaluator.Evaluate(loop.Items, scope);
        if (items is not ListValue list)
        {
            if (items is not ErrorValue)
            {
                diagnostics.Add(ExpansionDiagnostics.LoopList(module.Place(loop.Items), Forms.Describe(items)));
            }

            return;
        }

        if (loop.Pattern.Names.Distinct(StringComparer.Ordinal).Count() < loop.Pattern.Names.Length)
        {
            diagnostics.Add(ExpansionDiagnostics.LoopVariableTwice(module.Place(loop.Pattern), loop.Pattern.Names[^1]));
            return;
        }

        if (loop.Pattern.Names.FirstOrDefault(Module.IsReserved) is { } reserved)
        {
            diagnostics.Add(PlacementDiagnostics.ReservedName(module.Place(loop.Pattern), reserved));
            return;
        }

        foreach (PropertySyntax property in loop.Body.Statements.OfType<PropertySyntax>())
        {
            if (property.Key == "when")
            {
                diagnostics.Add(PlacementDiagnostics.MisplacedWhen(module.Place(property.KeyToken), inLoop: true));
            }
        }

        foreach (BoundValue item in list.Items)
        {
            if (!Count(module.Place(loop.HeadSpan)))
            {
                return;
            }

            if (BindPattern(loop.Pattern, item, module) is { } variables)
            {
                Expand(loop.Body.Statements, scope with { Loop = new LoopFrame(variables, scope.Loop) }, node);
            }
        }
    }

    private Dictionary<string, BoundValue>? BindPattern(PatternSyntax pattern, BoundValue item, Module module)
    {
        if (!pattern.IsList)
        {
            return new(StringComparer.Ordinal) { [pattern.Names[0]] = item };
        }

        if (item is not ListValue parts || parts.Items.Length != pattern.Names.Length)
        {
            string found = item is ListValue other ? $"a list of {other.Items.Length}" : Forms.Describe(item);
            diagnostics.Add(
                ExpansionDiagnostics.LoopPattern(module.Place(pattern), item.Place, pattern.Names.Length, found)
            );
            return null;
        }

        var variables = new Dictionary<string, BoundValue>(StringComparer.Ordinal);
        for (int i = 0; i < pattern.Names.Length; i++)
        {
            variables[pattern.Names[i]] = parts.Items[i];
        }

        return variables;
    }
}
