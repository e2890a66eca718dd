using PromptDsl.Text;

namespace PromptDsl.Comparison.Meaning;

/// <summary>One thing that is said about an element.</summary>
/// <param name="Key">The key; empty for the value of a block, such as the description of an object.</param>
/// <param name="Value">What is said.</param>
/// <param name="Place">Where it is said.</param>
/// <param name="Area">What it is about.</param>
internal sealed record Fact(string Key, FactValue Value, SourceSpan Place, ChangeArea Area)
{
    public FactRole Role { get; init; }

    /// <summary>The key in paths, where it is another one, such as <c>technical.via</c>.</summary>
    public string PathKey { get; init; } = Key;

    /// <summary>Whether the file says it for all stages.</summary>
    public bool IsOfFile { get; init; }

    /// <summary>Whether it tells elements without a name apart; what a whole file has in common does not.</summary>
    public bool IsOwn => Area is not (ChangeArea.Technical or ChangeArea.Expectations) && Role != FactRole.Implied;
}
