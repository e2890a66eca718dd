using System.Collections.Immutable;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Sketch;

/// <summary>The colours of a sketch.</summary>
/// <param name="Background">The ground.</param>
/// <param name="Fills">The colours of things, in turn; at least one.</param>
/// <param name="Accent">The colour of what stands out.</param>
/// <param name="Text">The colour of lettering that has none of its own, or null for whichever is legible.</param>
/// <param name="Swatches">The palette as it is declared.</param>
internal sealed record SketchTheme(
    Rgb Background,
    ImmutableArray<Rgb> Fills,
    Rgb Accent,
    Rgb? Text,
    ImmutableArray<Rgb> Swatches
)
{
    private const double TintOfVariation = 0.05;
    private const double DarkLuminance = 0.12;
    private const double LightLuminance = 0.65;

    private static readonly ImmutableArray<string> DarkWords =
    [
        "night",
        "dark",
        "dusk",
        "moonlit",
        "midnight",
        "noir",
        "low-key",
        "candle",
        "밤 ",
        "한밤",
        "밤하늘",
        "어두",
        "어둠",
        "달빛",
        "촛불",
        "심야",
    ];

    private static readonly ImmutableArray<Rgb> DefaultFills =
    [
        Rgb.FromHex(0xBFD3DF),
        Rgb.FromHex(0xDDD3BE),
        Rgb.FromHex(0xC6D5BD),
        Rgb.FromHex(0xDFC5BC),
        Rgb.FromHex(0xCFC8DE),
    ];

    private static readonly Rgb Paper = Rgb.FromHex(0xF5F2EA);
    private static readonly Rgb Night = Rgb.FromHex(0x232936);
    private static readonly Rgb DefaultAccent = Rgb.FromHex(0xD2553A);

    /// <summary>The colours of a whole stage.</summary>
    /// <param name="stage">Its style, or what an edit is reminded of, has the palette.</param>
    /// <param name="variation">From 0; each begins with another colour of the palette, on a slightly other ground.</param>
    public static SketchTheme For(Stage stage, int variation)
    {
        StyleSection? style = stage.Scene.Style is { Palette.IsEmpty: false } said
            ? said
            : stage.StyleReminder ?? stage.Scene.Style;
        Rgb? ground = stage
            .Scene.Domains.Select(d => ColorWords.Find(d.Fields["background"]))
            .FirstOrDefault(c => c is not null);
        bool isDark = IsDark(stage.Scene);
        var theme = From(style, ground, isDark ? Night : Paper, isDark);
        return theme.Starting(variation) with
        {
            Background = theme.Background.Mix(theme.Accent, TintOfVariation * (variation % 5)),
        };
    }

    /// <summary>The same colours, beginning with another.</summary>
    public SketchTheme Starting(int index)
    {
        int first = index % Fills.Length;
        return this with { Fills = [.. Fills[first..], .. Fills[..first]] };
    }

    /// <summary>The colours of a part of the picture that may have a style of its own.</summary>
    public SketchTheme For(StyleSection? style) =>
        style is null || style.Palette.IsEmpty ? this : From(style, null, Background, isDark: false);

    public Rgb Fill(int index) => Fills[index % Fills.Length];

    private static SketchTheme From(StyleSection? style, Rgb? ground, Rgb blank, bool isDark)
    {
        ImmutableArray<PaletteColor> palette = style?.Palette ?? [];
        ImmutableArray<Rgb> swatches = [.. palette.Select(c => ColorWords.Find(c.Color)).OfType<Rgb>()];
        Rgb? plain = palette.Any(c => c.Role is not null) ? null : Ground(swatches, isDark);
        Rgb background = ground ?? Role(palette, "background") ?? plain ?? blank;
        ImmutableArray<Rgb> fills =
        [
            .. palette
                .Where(c => c.Role is not ("background" or "text"))
                .Select(c => ColorWords.Find(c.Color))
                .OfType<Rgb>()
                .Where(c => c != background),
        ];
        return new SketchTheme(
            background,
            Varied(fills, background),
            Role(palette, "accent") ?? MostVivid(fills) ?? DefaultAccent,
            Role(palette, "text"),
            swatches
        );
    }

    /// <summary>The lightest colour of a plain list, or the darkest of a dark scene, if it is light or dark enough.</summary>
    private static Rgb? Ground(ImmutableArray<Rgb> colors, bool isDark)
    {
        if (colors.Length < 2)
        {
            return null;
        }

        Rgb ground = isDark ? colors.MinBy(c => c.Luminance) : colors.MaxBy(c => c.Luminance);
        bool isFit = isDark ? ground.Luminance < DarkLuminance : ground.Luminance > LightLuminance;
        return isFit ? ground : null;
    }

    /// <summary>At least three colours: those of a short palette are followed by lighter ones of their kind.</summary>
    private static ImmutableArray<Rgb> Varied(ImmutableArray<Rgb> fills, Rgb background) =>
        fills.Length switch
        {
            0 => DefaultFills,
            1 or 2 => [.. fills, fills[0].Mix(background, 0.4), fills[^1].Mix(background, 0.65)],
            _ => fills,
        };

    private static Rgb? Role(ImmutableArray<PaletteColor> palette, string role) =>
        ColorWords.Find(palette.FirstOrDefault(c => c.Role == role)?.Color);

    private static Rgb? MostVivid(ImmutableArray<Rgb> colors) =>
        colors.IsEmpty
            ? null
            : colors.MaxBy(c => Math.Max(c.R, Math.Max(c.G, c.B)) - Math.Min(c.R, Math.Min(c.G, c.B)));

    private static bool IsDark(Scene scene) =>
        new[]
        {
            scene.Subject?.Fields["setting"],
            scene.Subject?.Fields["mood"],
            scene.Style?.Fields["lighting"],
            scene.Style?.Fields["mood"],
        }
            .OfType<BoundValue>()
            .Any(v => DarkWords.Any(w => v.Written.Contains(w, StringComparison.OrdinalIgnoreCase)));
}
