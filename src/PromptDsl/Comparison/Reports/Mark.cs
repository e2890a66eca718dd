namespace PromptDsl.Comparison.Reports;

/// <summary>What a part of a line is, so that whoever shows it can choose how it looks.</summary>
public enum Mark
{
    Plain,

    /// <summary>The name of a file.</summary>
    Title,

    /// <summary>What the lines below are about.</summary>
    Heading,

    /// <summary>A sign that something is new, or where it comes to.</summary>
    Added,

    /// <summary>A sign that something is gone.</summary>
    Removed,

    /// <summary>A sign that something is different.</summary>
    Changed,

    /// <summary>Words that are new; without colours they need brackets.</summary>
    AddedWords,

    /// <summary>Words that are gone; without colours they need brackets.</summary>
    RemovedWords,

    /// <summary>What only some readers want.</summary>
    Dim,
}
