using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Evaluation;

/// <summary>
/// What all builds of a file together may still expand. Without it a few parameters that double each
/// other, or many builds of many statements, would take more time and memory than there is.
/// </summary>
internal sealed class ExpansionBudget(DiagnosticBag diagnostics)
{
    private long _text = Limits.ProducedText;
    private int _statements = Limits.TotalStatements;

    /// <summary>Whether more was asked for than there is.</summary>
    public bool IsExhausted => _text < 0 || _statements < 0;

    /// <summary>Takes code units of text; false after a report once they are used up.</summary>
    public bool TryTakeText(long length, SourceSpan place)
    {
        _text -= length;
        if (_text >= 0)
        {
            return true;
        }

        diagnostics.Add(ValueDiagnostics.TooMuchText(place));
        return false;
    }

    /// <summary>Takes a statement; false after a report once they are used up.</summary>
    public bool TryTakeStatement(SourceSpan place)
    {
        if (--_statements >= 0)
        {
            return true;
        }

        diagnostics.Add(PlacementDiagnostics.TotalStatementLimit(place));
        return false;
    }
}
