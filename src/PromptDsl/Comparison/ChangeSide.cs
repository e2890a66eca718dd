using PromptDsl.Text;

namespace PromptDsl.Comparison;

/// <summary>One version of what changed.</summary>
/// <param name="Path">What it is, by the names of this version, such as <c>details.object cabin.color</c>.</param>
/// <param name="Subject">The same in words, such as "the color of object cabin".</param>
/// <param name="Value">What is said, as it is written in the language; empty for what has no value of its own.</param>
/// <param name="Place">Where it is said.</param>
public sealed record ChangeSide(string Path, string Subject, string Value, SourceSpan Place)
{
    /// <summary>The text when the value is one, without quotes; null for other values.</summary>
    public string? Text { get; init; }

    /// <summary>The key of a field, or the kind of what is added, removed, moved or renamed; the same in every build.</summary>
    internal string Key { get; init; } = "";

    /// <summary>The stage that a setting of the whole file is compared for.</summary>
    internal string? Stage { get; init; }
}
