namespace PromptDsl.Semantics.Binding;

/// <summary>
/// What all builds of a file together may still expand. Without it a few parameters that double each
/// other, or many builds of many statements, would take more time and memory than there is.
/// </summary>
internal sealed class ExpansionBudget
{
    private long _text = Limits.ProducedText;
    private int _statements = Limits.TotalStatements;

    /// <summary>Whether more was asked for than there is.</summary>
    public bool IsExhausted => _text < 0 || _statements < 0;

    /// <summary>Takes code units of text; false once they are used up.</summary>
    public bool TryTake(long length)
    {
        _text -= length;
        return _text >= 0;
    }

    /// <summary>Takes a statement; false once they are used up.</summary>
    public bool TryTakeStatement() => --_statements >= 0;
}
