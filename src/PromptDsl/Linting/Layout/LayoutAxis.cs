using System.Collections.Frozen;

namespace PromptDsl.Linting.Layout;

/// <summary>A direction in which things stand in order: from left to right, from top to bottom, from front to back.</summary>
/// <param name="Before">The relation that puts a thing earlier on the axis, such as <c>left-of</c>.</param>
/// <param name="After">The relation that puts it later.</param>
/// <param name="Zones">What positions say about the axis.</param>
/// <param name="Undeclared">Where a thing without a position may be.</param>
internal sealed record LayoutAxis(
    string Before,
    string After,
    FrozenDictionary<string, LayoutZone> Zones,
    LayoutZone Undeclared
)
{
    private static readonly LayoutZone First = new(0, 3);
    private static readonly LayoutZone Middle = new(8, 11);
    private static readonly LayoutZone Last = new(16, 19);
    private static readonly LayoutZone Anywhere = new(0, 19);

    // A thing without a position of its own is not squeezed in beyond what was put at the edge.
    private static readonly LayoutZone Inside = new(4, 15);

    public static LayoutAxis Horizontal { get; } =
        new(
            "left-of",
            "right-of",
            Of(
                First,
                ["left", "top-left", "bottom-left"],
                Middle,
                ["center"],
                Last,
                ["right", "top-right", "bottom-right"]
            ),
            Inside
        );

    public static LayoutAxis Vertical { get; } =
        new(
            "above",
            "below",
            Of(
                First,
                ["top", "top-left", "top-right"],
                Middle,
                ["center"],
                Last,
                ["bottom", "bottom-left", "bottom-right"]
            ),
            Inside
        );

    // The foreground and the background are deep: one thing can stand before another in each.
    public static LayoutAxis Depth { get; } =
        new("in-front-of", "behind", Of(First, ["foreground"], Middle, ["midground"], Last, ["background"]), Anywhere);

    public static LayoutAxis[] All { get; } = [Horizontal, Vertical, Depth];

    /// <summary>Where a thing may be.</summary>
    public LayoutZone ZoneOf(string? position) =>
        position is null ? Undeclared
        : Zones.TryGetValue(position, out LayoutZone zone) ? zone
        : Anywhere;

    private static FrozenDictionary<string, LayoutZone> Of(
        LayoutZone first,
        string[] firstWords,
        LayoutZone middle,
        string[] middleWords,
        LayoutZone last,
        string[] lastWords
    ) =>
        firstWords
            .Select(w => KeyValuePair.Create(w, first))
            .Concat(middleWords.Select(w => KeyValuePair.Create(w, middle)))
            .Concat(lastWords.Select(w => KeyValuePair.Create(w, last)))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
