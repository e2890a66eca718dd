using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Rules.Completeness;

internal sealed class MissingDomainFieldRule() : LintRule("IMG3006", "missing-domain-field", DiagnosticSeverity.Hint)
{
    public override string Documentation =>
        """
            ## What it checks

            A kind of content that has a domain block, such as `infographic` or `ui`, when more than two thirds of what the block asks for is
            said nowhere. At most one hint a file.

            ## Why it matters

            Each field of use needs things in its prompt that others do not: an infographic its facts, an interface its platform.
            What is not said is invented.

            ## Example

            ```imgp
            content: infographic
            subject: "how bees find flowers"
            ```

            ```imgp
            locale: ko
            content: ui
            subject: "독서 기록 앱"
            ```

            ## Use instead

            ```imgp
            content: infographic
            infographic {
              topic: "how bees find flowers"
              background: "pale cream"
              text-style: "short captions"
              data: ["4 stages", "up to 5 km from the hive"]
              chart: "a ring of icons"
            }
            ```

            ## Fix safety

            There is no fix.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "다양한 목적별 프롬프트
            템플릿": templates for five uses with their slots.
            """;

    internal override void CheckBuild(BuildContext context)
    {
        Diagnostic? first = context
            .Stages.Where(s => !s.Stage.IsEdit)
            .Select(s => Missing(s.Stage.Scene))
            .FirstOrDefault(d => d is not null);
        if (first is not null)
        {
            context.Report(first);
        }
    }

    private Diagnostic? Missing(Scene scene)
    {
        if (
            scene is not { Content: WordValue { Word: var kind } content, Prompt: null }
            || !LanguageSchema.IsDomain(kind)
            || LanguageSchema.FindKind(kind) is not { } schema
        )
        {
            return null;
        }

        ImmutableArray<string> missing = [.. schema.Keys.Select(k => k.Name).Where(k => !Says(scene, kind, k))];
        return missing.Length * 3 <= schema.Keys.Length * 2
            ? null
            : Finding(
                content.Place,
                "says little of what it needs",
                $"most of what a picture of the kind `{kind}` needs is not said, and the model invents it",
                $"Add a `{kind}` block with what matters of {string.Join(", ", missing.Select(k => $"`{k}`"))}."
            );
    }

    private static bool Says(Scene scene, string kind, string key) =>
        scene.Domains.Any(d => d.Kind == kind && d.Fields.Find(key) is not null) || SaysElsewhere(scene, key);

    /// <summary>Whether another part of the file says what the key is about.</summary>
    private static bool SaysElsewhere(Scene scene, string key) =>
        key switch
        {
            "palette" or "brand-colors" => scene.Style is { Palette.IsEmpty: false },
            "lens" or "lighting" => InStyle(scene, key),
            "viewpoint" => InStyle(scene, "camera") || InStyle(scene, "perspective"),
            "movement" => InStyle(scene, key) || InStyle(scene, "medium"),
            "influence" => InStyle(scene, "artist") || InStyle(scene, "era"),
            "texture" => InStyle(scene, key) || InStyle(scene, "finish"),
            "audience" or "persona" => scene.Audience is not null,
            "topic" or "scene" or "screen" or "product" => scene.Subject?.Description is not null,
            "story" => InSubject(scene, "action"),
            "outfit" => InSubject(scene, "wardrobe"),
            "expressions" => InSubject(scene, "expression"),
            "focus" or "elements" or "components" => scene.Things.OfType<ObjectThing>().Any(),
            "connections" => scene.Things.Any(t => !t.Relations.IsEmpty),
            "data" or "chart" => scene.Things.OfType<TableThing>().Any(),
            "message" or "font" or "text-style" => scene.Things.OfType<TextThing>().Any(),
            _ => false,
        };

    private static bool InStyle(Scene scene, string key) => scene.Style?.Fields.Find(key) is not null;

    private static bool InSubject(Scene scene, string key) => scene.Subject?.Fields.Find(key) is not null;
}
