using System.Collections.Frozen;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Claims;

/// <summary>Which dimensions are said of what, and in which keys a bare adjective tells one.</summary>
internal static class Dimensions
{
    /// <summary>The dimension of what a picture is made with, which has a rule of its own.</summary>
    public const string Medium = "medium";

    // What a thing can be by itself; all else is said of pictures and areas.
    private static readonly FrozenSet<string> OfThings = new[]
    {
        "age",
        "motion",
        "size",
        "surface",
        "transparency",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ThingKeys = new[]
    {
        "material",
        "pose",
        "size",
        "state",
        "texture",
    }.ToFrozenSet(StringComparer.Ordinal);

    // A bare "warm" in `lighting` is about light, in `mood` about a feeling.
    private static readonly FrozenDictionary<string, string[]> Keys = new Dictionary<string, string[]>(
        StringComparer.Ordinal
    )
    {
        ["light"] = ["lighting"],
        ["light-quality"] = ["lighting"],
        ["light-temperature"] = ["lighting"],
        ["palette-temperature"] = ["palette"],
        ["saturation"] = ["finish", "medium", "palette"],
        ["density"] = ["composition"],
        ["mood"] = ["mood"],
        ["surface"] = ["finish", "texture"],
        ["time-of-day"] = ["lighting"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsOfThings(string set) => OfThings.Contains(set);

    /// <summary>Whether a key of a thing describes the thing itself, not what it does or has on.</summary>
    public static bool DescribesThing(TermHit hit) =>
        hit.Passage.Key is not { } key || ThingKeys.Contains(key) || (key == "action" && hit.Term.Set.Name == "motion");

    /// <summary>Whether an adjective without a noun tells the dimension where it stands.</summary>
    public static bool IsNative(string set, Passage passage) =>
        passage.Key is { } key && Keys.TryGetValue(set, out string[]? keys) && keys.Contains(key);
}
