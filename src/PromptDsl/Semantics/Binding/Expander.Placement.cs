using PromptDsl.Schema;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding;

/// <content>Names and values of blocks, and what is said when something stands where it does not belong.</content>
internal sealed partial class Expander
{
    /// <summary>Tells the name from the value of a block; false when it cannot be understood.</summary>
    private bool BindOperands(BlockNode child, BlockSyntax block, Scope scope)
    {
        KindSchema schema = child.Schema;
        ValueSyntax? name = null;
        ValueSyntax? value = null;
        switch (block.Operands)
        {
            case [var only]:
                bool isName =
                    schema.NameRule != OperandRule.None
                    && (schema.ValueRule == OperandRule.None || IsName(only, scope));
                name = isName ? only : null;
                value = isName ? null : only;
                break;
            case [var first, var second, ..]:
                (name, value) = (first, second);
                break;
        }

        if (name is not null && !BindName(child, name, scope))
        {
            return false;
        }

        if (name is null && schema.NameRule == OperandRule.Required)
        {
            diagnostics.Add(PlacementDiagnostics.MissingName(scope.Module.Place(block.KindToken), schema));
            return false;
        }

        if (value is not null)
        {
            BindValue(child, value, scope);
        }

        return true;
    }

    /// <summary>
    /// A single operand is a name when it is a bare word, or, in a loop, a string with a slot that has
    /// the form of a name: <c>"jar-${n}"</c>. Everything else is a value.
    /// </summary>
    private static bool IsName(ValueSyntax operand, Scope scope) =>
        operand switch
        {
            PathSyntax path => path.Word is not null,
            StringSyntax { HasSlots: true } text when scope.IsInLoop => text.Parts.Any(p => !p.IsSlot)
                && text.Parts.All(p => p.IsSlot || p.Text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_')),
            _ => false,
        };

    private bool BindName(BlockNode child, ValueSyntax operand, Scope scope)
    {
        SourceSpan place = scope.Module.Place(operand);
        if (child.Schema.NameRule == OperandRule.None)
        {
            if (operand is UnquotedTextSyntax or MissingValueSyntax)
            {
                return false;
            }

            diagnostics.Add(PlacementDiagnostics.UnexpectedName(place, child.Schema));
            return true;
        }

        if (child.Schema.Name == "row")
        {
            child.Label = Evaluator.Evaluate(operand, scope, FieldType.Text, "the label of a row");
            return true;
        }

        child.NamePlace = place;
        switch (operand)
        {
            case PathSyntax { Word: { } reserved } when Module.IsReserved(reserved):
                diagnostics.Add(PlacementDiagnostics.ReservedName(place, reserved));
                return false;
            case PathSyntax { Word: { } word }:
                child.Name = word;
                return true;
            case StringSyntax { HasSlots: true } text:
                string name = Identifiers.ToIdentifier(Evaluator.EvaluateText(text, scope).Plain);
                if (Identifiers.IsIdentifier(name))
                {
                    child.Name = Identifiers.Normalize(name);
                    return true;
                }

                diagnostics.Add(PlacementDiagnostics.QuotedName(place, ""));
                return false;
            case StringSyntax text:
                diagnostics.Add(PlacementDiagnostics.QuotedName(place, Identifiers.ToIdentifier(text.LiteralText)));
                child.Name = Identifiers.ToIdentifier(text.LiteralText);
                return true;
            case UnquotedTextSyntax or MissingValueSyntax:
                return false;
            default:
                diagnostics.Add(PlacementDiagnostics.NotAName(place, child.Schema));
                return false;
        }
    }

    private void BindValue(BlockNode child, ValueSyntax operand, Scope scope)
    {
        if (child.Schema.ValueRule == OperandRule.None)
        {
            diagnostics.Add(PlacementDiagnostics.UnexpectedBlockValue(scope.Module.Place(operand), child.Schema));
            return;
        }

        BoundValue value = Evaluator.Evaluate(operand, scope, child.Schema.ValueType, $"`{child.Schema.Name}`");

        // An error counts as a value here, so that a missing one is not reported as well.
        child.SetValue(value, BlockNode.Own);
    }

    /// <summary>After definitions are put in: a value that the kind needs is there.</summary>
    private void CheckValue(BlockNode child, BlockSyntax block, Scope scope)
    {
        if (child.Schema.ValueRule == OperandRule.Required && child.Value is null)
        {
            diagnostics.Add(PlacementDiagnostics.MissingBlockValue(scope.Module.Place(block.HeadSpan), child.Schema));
        }
    }

    // ---- what stands in the wrong place

    private void ReportUnknownKey(PropertySyntax property, Scope scope, BlockNode node, SourceSpan keyPlace)
    {
        string key = property.Key;
        KindSchema container = node.Schema;
        if (container.Children.Contains(key))
        {
            KindSchema kind = LanguageSchema.FindKind(key)!;
            bool takesValue = TakesAlone(kind, property.Value);
            diagnostics.Add(PlacementDiagnostics.BlockAsProperty(keyPlace, kind, property.Colon.Span, takesValue));
            return;
        }

        KindSchema? owner = OwnerOfKey(key, container);
        if (owner is not null)
        {
            string written = scope.Module.Source.ToString(property.Value.Span);
            string example = written.Length is 0 or > 40 || written.Contains('\n') ? "…" : written;
            diagnostics.Add(PlacementDiagnostics.MisplacedKey(keyPlace, key, container, owner, example));
            return;
        }

        diagnostics.Add(PlacementDiagnostics.UnknownKey(keyPlace, key, container));
    }

    /// <summary>Whether a block can be written with this one value after its kind.</summary>
    private static bool TakesAlone(KindSchema kind, ValueSyntax value) =>
        value switch
        {
            PathSyntax path => path.Word is not null
                && kind.NameRule != OperandRule.None
                && kind.ValueRule != OperandRule.Required,
            StringSyntax => kind.NameRule != OperandRule.Required
                && kind.ValueRule != OperandRule.None
                && kind.ValueType.Accepts(ValueForm.Text),
            _ => false,
        };

    /// <summary>The block in which a key stands, one that may stand here first, the top of the file next.</summary>
    private static KindSchema? OwnerOfKey(string key, KindSchema container)
    {
        KindSchema? owner =
            container
                .Children.Select(LanguageSchema.FindKind)
                .FirstOrDefault(k => k?.FindKey(key) is not null && !LanguageSchema.IsDomain(k.Name))
            ?? LanguageSchema.Kinds.FirstOrDefault(k => k.FindKey(key) is not null && !LanguageSchema.IsDomain(k.Name));

        // A word that other languages have says more than the domain that happens to have such a key.
        return owner is null && ForeignWords.HelpFor(key) is null
            ? LanguageSchema.Kinds.FirstOrDefault(k => k.FindKey(key) is not null)
            : owner;
    }

    private void ReportUnknownKind(BlockSyntax block, Scope scope, BlockNode node, SourceSpan kindPlace)
    {
        KindSchema container = node.Schema;
        if (container.FindKey(block.Kind) is { } key)
        {
            bool hasValue = block.Operands.Length == 1 && block.Body is null;
            diagnostics.Add(
                PlacementDiagnostics.PropertyAsBlock(kindPlace, key, new TextSpan(block.KindToken.End, 0), hasValue)
            );
            return;
        }

        if (LanguageSchema.FindKind(block.Kind) is { } kind && kind.Name != "file")
        {
            string[] owners =
            [
                .. LanguageSchema
                    .Kinds.Where(k => k.Children.Contains(kind.Name))
                    .OrderByDescending(k => container.Children.Contains(k.Name) && k.Name != "stage")
                    .ThenBy(k => k.Name == "stage")
                    .Select(k => k.Name),
            ];
            diagnostics.Add(PlacementDiagnostics.MisplacedKind(kindPlace, kind, container, owners));
            return;
        }

        // A word alone on the line of a list: `keep: a, b` inside a body.
        if (OwnerOfKey(block.Kind, container) is { } owner && !block.Operands.IsEmpty)
        {
            string written = scope.Module.Source.ToString(block.Operands[0].Span);
            diagnostics.Add(
                PlacementDiagnostics.MisplacedKey(
                    kindPlace,
                    block.Kind,
                    container,
                    owner,
                    written.Length > 40 ? "…" : written
                )
            );
            return;
        }

        diagnostics.Add(PlacementDiagnostics.UnknownKind(kindPlace, block.Kind, container));
    }
}
