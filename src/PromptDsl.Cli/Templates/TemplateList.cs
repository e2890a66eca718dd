using System.Collections.Immutable;

namespace PromptDsl.Cli.Templates;

/// <summary>The built-in templates: examples that stand alone, without other files.</summary>
internal static class TemplateList
{
    public static readonly ImmutableArray<Template> All =
    [
        new("infographic", "a chart with its figures and labels (Korean)", "language/chart.imgp"),
        new("marketing", "a product, its audience, its message", "fields/marketing.imgp"),
        new("ui", "one screen of an app (Korean)", "fields/ui.imgp"),
        new("illustration", "a scene with objects and their places", "before-and-after/refined.imgp"),
        new("diagram", "an exploded view with numbered callouts (Korean)", "language/callouts.imgp"),
        new("pipeline", "layout, mood, lettering, light: four steps (Korean)", "pipeline/quiet-morning.imgp"),
        new("drafts", "cheap drafts first, the final at the end", "pipeline/draft-review-final.imgp"),
        new("style-mix", "two styles with their shares", "style-control/mix.imgp"),
        new("lesson", "teaching material with goal and concepts (Korean)", "fields/education.imgp"),
        new("sticker", "a motif on a transparent ground", "uses/sticker.imgp"),
        new("icon", "an app icon", "uses/icon.imgp"),
        new("invitation", "an invitation with its lettering", "uses/invitation.imgp"),
        new("thumbnail", "a thumbnail for a video (Korean)", "uses/thumbnail.imgp"),
        new("one-line", "the smallest program there is", "language/one-line.imgp"),
    ];
}
