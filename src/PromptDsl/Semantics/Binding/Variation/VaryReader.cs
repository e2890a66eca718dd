using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Variation;

/// <summary>Reads <c>vary</c>: what varies, and the values that it takes in turn.</summary>
internal sealed class VaryReader(DiagnosticBag diagnostics, Instances instances)
{
    private readonly VaryTargetReader _targets = new(diagnostics);
    private readonly ValueConverter _converter = new(diagnostics);

    /// <summary>What the statement makes vary, or null after a report.</summary>
    public Dimension? Read(BlockSyntax vary, Module module)
    {
        SourceSpan place = module.Place(vary.HeadSpan);
        if (vary.Operands.IsEmpty)
        {
            diagnostics.Add(PlacementDiagnostics.MissingName(place, LanguageSchema.FindKind("vary")!));
            return null;
        }

        ReportBody(vary, module);
        ValueSyntax names = vary.Operands[0];
        if (_targets.Read(names, module) is not { } targets)
        {
            return null;
        }

        bool isTogether = names is ListSyntax;
        ImmutableArray<ImmutableArray<BoundValue>>? rounds =
            vary.Operands.Length < 2
                ? AllValues(targets, isTogether, module, place)
                : ReadValues(vary.Operands[1], targets, isTogether, module);
        return rounds is null ? null : new Dimension(place, targets, rounds.Value);
    }

    private void ReportBody(BlockSyntax vary, Module module)
    {
        foreach (StatementSyntax statement in vary.Body?.Statements ?? [])
        {
            SourceSpan stray = statement switch
            {
                PropertySyntax property => module.Place(property.KeyToken),
                BlockSyntax block => module.Place(block.KindToken),
                _ => module.Place(statement),
            };
            diagnostics.Add(PlacementDiagnostics.UnknownKey(stray, stray.Text, LanguageSchema.FindKind("vary")!));
        }
    }

    /// <summary>The values of a single parameter that says itself which it can have.</summary>
    private ImmutableArray<ImmutableArray<BoundValue>>? AllValues(
        ImmutableArray<VariedTarget> targets,
        bool isTogether,
        Module module,
        SourceSpan place
    )
    {
        if (
            !isTogether
            && targets[0] is VariedParameter parameter
            && instances.AllValues(instances.Default(module), parameter.Name) is { Count: > 0 } all
        )
        {
            return [.. all.Select(v => ImmutableArray.Create(v))];
        }

        diagnostics.Add(
            ExpansionDiagnostics.VaryValues(
                place,
                $"it is not said which values `{targets[0].Written}` takes",
                "values are expected after this",
                "List them: `vary season [\"spring\", \"autumn\"]`. Only a parameter of type `choice` or `boolean` varies without a list."
            )
        );
        return null;
    }

    private ImmutableArray<ImmutableArray<BoundValue>>? ReadValues(
        ValueSyntax syntax,
        ImmutableArray<VariedTarget> targets,
        bool isTogether,
        Module module
    )
    {
        // Words of a field's closed list stand bare in the list of values, as they do in the field.
        FieldType type =
            !isTogether && targets[0] is VariedField field
                ? FieldType.ListOf(field.Key.Type)
                : new FieldType([ValueForm.List]);
        BoundValue values = instances.Evaluator.Evaluate(
            syntax,
            new Scope(instances.Default(module), null),
            type,
            isTogether ? "`vary`" : $"`{targets[0].Written}`"
        );
        if (values is not ListValue list)
        {
            return null;
        }

        if (list.Items.IsEmpty)
        {
            diagnostics.Add(
                ExpansionDiagnostics.VaryValues(
                    values.Place,
                    "the list of values is empty",
                    "empty",
                    "List at least one value."
                )
            );
            return null;
        }

        return isTogether
            ? ReadRounds(list, targets)
            : [.. list.Items.Select(i => ImmutableArray.Create(Fit(i, targets[0])))];
    }

    /// <summary>The rounds of targets that vary together: each a list with one value for each target.</summary>
    private ImmutableArray<ImmutableArray<BoundValue>>? ReadRounds(ListValue list, ImmutableArray<VariedTarget> targets)
    {
        var rounds = ImmutableArray.CreateBuilder<ImmutableArray<BoundValue>>(list.Items.Length);
        foreach (BoundValue item in list.Items)
        {
            if (item is not ListValue parts || parts.Items.Length != targets.Length)
            {
                string found = item is ListValue other
                    ? Forms.Count(other.Items.Length, "value")
                    : Forms.Describe(item);
                diagnostics.Add(
                    ExpansionDiagnostics.VaryValues(
                        item.Place,
                        $"`vary` has {targets.Length} names here, and this gives {found}",
                        $"{targets.Length} values are expected",
                        "Give one value for each name: `vary [name, colour] [[\"a\", #FFF], [\"b\", #000]]`."
                    )
                );
                return null;
            }

            rounds.Add([.. parts.Items.Select((part, i) => Fit(part, targets[i]))]);
        }

        return rounds.ToImmutable();
    }

    private BoundValue Fit(BoundValue value, VariedTarget target) =>
        target is VariedField field ? _converter.Convert(value, field.Key.Type, $"`{field.Written}`") : value;
}
