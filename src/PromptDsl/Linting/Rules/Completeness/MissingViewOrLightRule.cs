using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Claims;
using PromptDsl.Linting.Lexicon;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Completeness;

internal sealed class MissingViewOrLightRule() : LintRule("IMG3008", "missing-view-or-light", DiagnosticSeverity.Hint)
{
    private static readonly ImmutableArray<string> ViewSets = ["viewpoint", "shot", "lens", "perspective"];
    private static readonly ImmutableArray<string> LightSets = ["light", "light-quality", "time-of-day"];

    public override string Documentation =>
        """
            ## What it checks

            A photographic picture, by its `content` or its `medium`, that does not say where the camera stands, or what the light is: in `style`, in a `photo`
            block, or in words anywhere in the description.

            ## Why it matters

            View and light are what makes a photograph. Without them the model chooses eye level and even light.

            ## Example

            ```imgp
            content: photo
            subject: "a potter trimming a bowl"
            ```

            ```imgp
            locale: ko
            content: photo
            subject: "그릇 굽을 깎는 도예가"
            ```

            ## Use instead

            ```imgp
            content: photo
            subject: "a potter trimming a bowl"
            photo { viewpoint: "over the shoulder", lighting: "a north window on the left" }
            ```

            ## Fix safety

            There is no fix.

            ## Options

            None.

            ## Source

            OpenAI Cookbook, "GPT Image Generation Models Prompting Guide" for gpt-image-2 (April 2026): say framing,
            viewpoint and light.
            """;

    internal override void CheckStage(StageContext context)
    {
        Scene scene = context.Stage.Scene;
        if (context.Stage.IsEdit || scene.Prompt is not null || PhotographIn(context) is not { } place)
        {
            return;
        }

        bool hasView =
            Says(scene, "camera", "lens", "perspective", "composition", "viewpoint") || Has(context, ViewSets);
        bool hasLight = Says(scene, "lighting") || Has(context, LightSets);
        if (!hasView || !hasLight)
        {
            string missing =
                hasView ? "the light"
                : hasLight ? "the view"
                : "view and light";
            context.Report(
                Finding(
                    place,
                    $"without {missing}",
                    $"the photograph does not say {missing}, and gets eye level and even light where nothing is said",
                    "Add a `photo` block with `viewpoint`, `lens` and `lighting`."
                )
            );
        }
    }

    private static bool Says(Scene scene, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (
                scene.Style?.Fields.Find(key) is not null
                || scene.Domains.Any(d => d.Kind == "photo" && d.Fields.Find(key) is not null)
            )
            {
                return true;
            }
        }

        return false;
    }

    // The words for the whole in `light` are "photograph" and "scene" too.
    private static bool Has(StageContext context, ImmutableArray<string> sets) =>
        context.Hits.Any(h =>
            sets.Contains(h.Term.Set.Name)
            && !(h.Value == LexiconSet.Heads && h.Term.Set.Name == "light")
            && h.Passage.Role == PassageRole.Description
        );

    /// <summary>Where the file says that the picture is a photograph, or null.</summary>
    private static SourceSpan? PhotographIn(StageContext context) =>
        context.Stage.Scene.Content is WordValue { Word: "photo" } content
            ? content.Place
            : context
                .Claims.FirstOrDefault(c =>
                    c.Hit is { Value: "photograph", Passage: { Kind: "style", Key: "medium" } }
                    && c.Hit.Term.Set.Name == Dimensions.Medium
                    && c.Scope == PassageScope.Picture
                )
                ?.Hit.Place;
}
