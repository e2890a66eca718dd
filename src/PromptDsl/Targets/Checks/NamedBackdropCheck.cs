using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// A transparent background, and a key that describes a background: the words win over the parameter.
/// Only keys that are about the background are read; what prose says about it is not looked for here.
/// </summary>
internal sealed class NamedBackdropCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2006", "named-backdrop", DiagnosticSeverity.Warning))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (!context.WantsTransparency || !context.CanBeTransparent)
        {
            return [];
        }

        SourceSpan background = context.PlaceOf("background").Place;
        return Backdrops(context.Stage)
            .Select(b =>
                Finding(
                    b.Place,
                    "the words win",
                    $"the prompt describes a background, {b.What}, and the background is to be transparent",
                    "Remove it, and ask for an isolated subject on a transparent background; or write `background: opaque`."
                ) with
                {
                    Secondary = [new DiagnosticLabel(background, "to be transparent")],
                    Fixes =
                        b.Field is not null && StatementRemoval.SpanOf(b.Field) is { } span
                            ? [CodeFix.Unsafe($"Remove `{b.Field.Key}`", span, "")]
                            : [],
                }
            );
    }

    /// <summary>Whether a key of the stage describes a background.</summary>
    public static bool HasBackdrop(Stage stage) => Backdrops(stage).Any();

    private static IEnumerable<(SourceSpan Place, string What, Field? Field)> Backdrops(Stage stage)
    {
        IEnumerable<PaletteColor> colors = (stage.Scene.Style?.Palette ?? []).Concat(
            stage.StyleReminder?.Palette ?? []
        );
        foreach (PaletteColor color in colors.Where(c => c.Role == "background" && Describes(c.Color)))
        {
            yield return (color.Color.Place, "in the palette", null);
        }

        foreach (DomainSection domain in stage.Scene.Domains)
        {
            if (domain.Fields.Find("background") is { } field && Describes(field.Value))
            {
                yield return (field.Value.Place, $"in `{domain.Kind}`", field);
            }
        }

        if (stage.Scene.Subject?.Fields.Find("setting") is { } setting && Describes(setting.Value))
        {
            yield return (setting.Value.Place, "in `setting`", setting);
        }
    }

    // "transparent" and "none" say what the parameter says.
    private static bool Describes(BoundValue value) =>
        !TransparencyWords.AreIn(value.Written)
        && !value.Written.Equals("none", StringComparison.OrdinalIgnoreCase)
        && !string.IsNullOrWhiteSpace(value.Written);
}
