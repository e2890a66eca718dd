using System.Collections.Immutable;

namespace PromptDsl.Comparison.Meaning;

/// <summary>What is said of something, ready to be compared.</summary>
/// <param name="Items">One value, or those of a list.</param>
/// <param name="IsOrdered">Whether the order of a list has a meaning.</param>
/// <param name="Written">The value as it is written in the language.</param>
internal sealed record FactValue(ImmutableArray<FactItem> Items, bool IsOrdered, string Written)
{
    private const char Separator = '\u001F';

    /// <summary>The text when it is one.</summary>
    public string? Text { get; init; }

    /// <summary>The same for values that mean the same, wherever names stand for the same.</summary>
    public string Key(Naming naming)
    {
        IEnumerable<string> keys = Items.Select(i => i.Key(naming));
        return string.Join(Separator, IsOrdered ? keys : keys.Order(StringComparer.Ordinal));
    }

    public static FactValue Plain(string text) => new([FactItem.Of(text)], IsOrdered: true, text);
}
