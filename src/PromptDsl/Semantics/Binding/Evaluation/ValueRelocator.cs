using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Evaluation;

/// <summary>
/// Copies the value of a name to where the name is used, so that messages and the source map point
/// there. Copies count against the budget: names of lists of names multiply.
/// </summary>
internal sealed class ValueRelocator(DiagnosticBag diagnostics, ExpansionBudget budget)
{
    public BoundValue Relocate(BoundValue value, SourceSpan place) => Relocate(value, place, depth: 0);

    private BoundValue Relocate(BoundValue value, SourceSpan place, int depth)
    {
        if (depth == Limits.ChainLength)
        {
            diagnostics.Add(ExpansionDiagnostics.ListTooDeep(place));
            return new ErrorValue(place);
        }

        return value switch
        {
            TextValue text => RelocateText(text, place),
            ListValue list => RelocateList(list, place, depth),
            _ => value with { Place = place },
        };
    }

    private BoundValue RelocateText(TextValue text, SourceSpan place) =>
        budget.TryTakeText(text.Text.Length, place)
            ? new TextValue(new AuthoredText([.. text.Text.Runs.Select(r => r with { Place = place })], place))
            : new ErrorValue(place);

    private BoundValue RelocateList(ListValue list, SourceSpan place, int depth) =>
        budget.TryTakeText((long)list.Items.Length * Limits.ItemLength, place)
            ? new ListValue(
                // The first item that does not fit ends the list: the rest would not fit either.
                [.. list.Items.Select(i => Relocate(i, place, depth + 1)).TakeWhile(i => i is not ErrorValue)],
                place
            )
            : new ErrorValue(place);
}
