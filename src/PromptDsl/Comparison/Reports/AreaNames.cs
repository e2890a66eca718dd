namespace PromptDsl.Comparison.Reports;

/// <summary>What areas are called.</summary>
internal static class AreaNames
{
    /// <summary>The heading above the changes of an area.</summary>
    public static string HeadingOf(ChangeArea area) =>
        area switch
        {
            ChangeArea.Domain => "Content",
            ChangeArea.Builds => "What varies",
            ChangeArea.Text => "Compiled text",
            _ => area.ToString(),
        };

    /// <summary>The name in JSON, which never changes.</summary>
    public static string KeyOf(ChangeArea area) => area.ToString().ToLowerInvariant();

    /// <summary>What a note says to a reader.</summary>
    public static string Explain(ComparisonNote note) =>
        note == ComparisonNote.Order
            ? "Nothing changed in meaning; only the order of sentences or pictures is another."
            : "Nothing changed in meaning; only the spelling of a value is another.";

    /// <summary>Whose text or request it is.</summary>
    public static string TitleOf(StageDifference stage)
    {
        string name = (stage.Stage.Length, stage.Build.Length) switch
        {
            (0, 0) => "",
            (_, 0) => $" of stage {stage.Stage}",
            (0, _) => $" of build {stage.Build}",
            _ => $" of stage {stage.Stage}, build {stage.Build}",
        };
        return stage.Kind switch
        {
            ChangeKind.Added => name + " (new)",
            ChangeKind.Removed => name + " (gone)",
            _ => name,
        };
    }
}
