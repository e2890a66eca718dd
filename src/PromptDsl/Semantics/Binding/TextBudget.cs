namespace PromptDsl.Semantics.Binding;

/// <summary>
/// How much text a compilation may produce by putting values in. Without it a few parameters that
/// double each other would make more text than memory holds.
/// </summary>
internal sealed class TextBudget
{
    private long _left = Limits.ProducedText;

    /// <summary>Takes code units from the budget; false once it is used up.</summary>
    public bool TryTake(long length)
    {
        _left -= length;
        return _left >= 0;
    }
}
