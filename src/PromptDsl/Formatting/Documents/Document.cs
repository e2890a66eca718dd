namespace PromptDsl.Formatting.Documents;

/// <summary>
/// A text with places where a line may break. The printer decides which of them do, group by group,
/// from the outside in (Wadler, "A prettier printer").
/// </summary>
internal abstract class Document(bool forcesBreak)
{
    /// <summary>Whether every group around this document is broken, however short it is.</summary>
    public bool ForcesBreak { get; } = forcesBreak;
}
