using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding;

/// <summary>
/// What a compilation may still expand. All of its builds share it, so small files that multiply by loops,
/// definitions, slots and variations stop early, whatever they combine.
/// </summary>
internal sealed class ExpansionBudget(DiagnosticBag diagnostics)
{
    private int _statements = Limits.TotalStatements;
    private long _values = Limits.TotalLength;

    /// <summary>Whether a bound was reached; that has been reported.</summary>
    public bool IsExhausted => _statements < 0 || _values < 0;

    /// <summary>Counts a statement; false when there are too many in all builds together.</summary>
    public bool TakeStatement(SourceSpan place)
    {
        if (!IsExhausted && --_statements < 0)
        {
            diagnostics.Add(PlacementDiagnostics.TotalStatementLimit(place));
        }

        return !IsExhausted;
    }

    /// <summary>Counts the characters of a text, or an item; false when there are too many.</summary>
    public bool TakeValue(int size, SourceSpan place)
    {
        if (!IsExhausted && (_values -= size) < 0)
        {
            diagnostics.Add(ValueDiagnostics.ValuesTooLong(place));
        }

        return !IsExhausted;
    }
}
