using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Evaluation;

/// <summary>Fills the slots of strings, and keeps where each part of the text comes from.</summary>
internal sealed class TextEvaluator(DiagnosticBag diagnostics, NameLookup names, ExpansionBudget budget)
{
    public AuthoredText Evaluate(StringSyntax text, Scope scope)
    {
        SourceSpan place = scope.Module.Place(text);
        var runs = ImmutableArray.CreateBuilder<TextRun>(text.Parts.Length);
        foreach (StringPart part in text.Parts)
        {
            if (part.IsSlot)
            {
                runs.AddRange(FillSlot(part, scope));
            }
            else
            {
                runs.Add(new TextRun(part.Text, scope.Module.Place(part.Span)));
            }
        }

        // Texts without slots count as well: a loop may repeat a long one.
        var filled = new AuthoredText(runs.ToImmutable(), place);
        return budget.TryTakeText(filled.Length, place) ? filled : new AuthoredText([], place);
    }

    private ImmutableArray<TextRun> FillSlot(StringPart slot, Scope scope)
    {
        SourceSpan place = scope.Module.Place(slot.Span);
        switch (names.Find(slot.Path, scope, place, inSlot: true))
        {
            case null:
                // Nothing else has the name: a reference or a stage, whose number is known when it is sent.
                return [new TextRun(slot.Text, place, slot.Path[0])];
            case ErrorValue:
                return LeaveSlot(slot, place);
            case ListValue:
                diagnostics.Add(ValueDiagnostics.ListInString(place, slot.Text));
                return LeaveSlot(slot, place);
            case ImageValue:
                diagnostics.Add(ValueDiagnostics.PictureInString(place, slot.Text));
                return LeaveSlot(slot, place);
            case TextValue text:
                return text.Text.Runs.All(r => r.Picture is null)
                    ? [new TextRun(text.Text.Plain, place)]
                    : [.. text.Text.Runs.Select(r => r with { Place = place })];
            case var value:
                return [new TextRun(value.Written, place)];
        }
    }

    /// <summary>A slot that has no text stays as it is written; that has been reported.</summary>
    private static ImmutableArray<TextRun> LeaveSlot(StringPart slot, SourceSpan place) =>
        [new TextRun($"${{{slot.Text}}}", place)];
}
