using System.Collections.Immutable;

namespace PromptDsl.Comparison.Meaning;

/// <summary>One value: words and names in order, in the spelling that all equal values share.</summary>
internal readonly record struct FactItem(ImmutableArray<FactPart> Parts)
{
    public static FactItem Of(string text, NameScope scope = NameScope.None) => new([new FactPart(text, scope)]);

    /// <summary>The value with its names as they are written.</summary>
    public string Text => Parts.Length == 1 ? Parts[0].Text : string.Concat(Parts.Select(p => p.Text));

    /// <summary>The value with its names as what they stand for.</summary>
    public string Key(Naming naming) => string.Concat(Parts.Select(naming.KeyOf));
}
