using System.Collections.Immutable;
using PromptDsl.Semantics.Model;
using PromptDsl.Values;

namespace PromptDsl.Runtime.Verification.Expectations;

/// <summary>The palette that a stage is drawn in.</summary>
internal static class StagePalette
{
    /// <summary>All its colours; those of the file for an edit, which is reminded of them, unless it has its own.</summary>
    public static ImmutableArray<PaletteColor> Of(Stage stage) =>
        stage.Scene.Style is { Palette: { IsEmpty: false } own } ? own : stage.StyleReminder?.Palette ?? [];

    /// <summary>Those that are colour values, not words.</summary>
    public static ImmutableArray<OkLab> ValuesOf(Stage stage)
    {
        var values = ImmutableArray.CreateBuilder<OkLab>();
        foreach (PaletteColor color in Of(stage))
        {
            if (RgbColor.TryParse(color.Color.Written, out RgbColor value))
            {
                values.Add(OkLab.FromRgb(value));
            }
        }

        return values.DrainToImmutable();
    }
}
