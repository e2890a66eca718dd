using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Expansion;

/// <summary>Reads what stands after the kind of a block: its name and its value.</summary>
internal sealed class OperandBinder(DiagnosticBag diagnostics, Evaluator evaluator)
{
    /// <summary>Tells the name from the value of a block; false when it cannot be understood.</summary>
    public bool TryBind(BlockNode child, BlockSyntax block, Scope scope)
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
            child.Label = evaluator.Evaluate(operand, scope, FieldType.Text, "the label of a row");
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
                string name = Identifiers.ToIdentifier(evaluator.EvaluateText(text, scope).Plain);
                if (Identifiers.IsIdentifier(name))
                {
                    child.Name = name;
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

        BoundValue value = evaluator.Evaluate(operand, scope, child.Schema.ValueType, $"`{child.Schema.Name}`");

        // An error counts as a value here, so that a missing one is not reported as well.
        child.SetValue(value, BlockNode.Own);
    }

    /// <summary>After definitions are put in: a value that the kind needs is there.</summary>
    public void CheckValue(BlockNode child, BlockSyntax block, Scope scope)
    {
        if (child.Schema.ValueRule == OperandRule.Required && child.Value is null)
        {
            diagnostics.Add(PlacementDiagnostics.MissingBlockValue(scope.Module.Place(block.HeadSpan), child.Schema));
        }
    }
}
