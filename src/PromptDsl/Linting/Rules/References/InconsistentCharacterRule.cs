using PromptDsl.Diagnostics;
using PromptDsl.Linting.Changes;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Requirements;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.References;

internal sealed class InconsistentCharacterRule()
    : LintRule("IMG3509", "inconsistent-character", DiagnosticSeverity.Warning)
{
    // The word before a name is not longer, with the white space after it.
    private const int LongestLead = 20;

    public override string Documentation =>
        """
            ## What it checks

            A character that one stage describes, as an object with a name or as a subject that begins with one
            ("Mina, a girl with a red scarf"), and that another new picture only calls by its name, without the
            description, the picture of the first stage, or a reference with the role `character`.

            ## Why it matters

            Each new picture knows only its own text: the second one shows somebody else.

            ## Example

            ```imgp
            stage morning { subject: "Mina, a girl with a red scarf and a short bob" }
            stage evening {
              from: none
              subject: "Mina at the window"
            }
            ```

            ```imgp
            locale: ko
            stage 아침 {
              details { object 미나 "빨간 목도리를 두른 단발머리 아이" }
            }
            stage 저녁 {
              from: none
              subject: "창가에 앉은 미나"
            }
            ```

            ## Use instead

            ```imgp
            define object mina "Mina, a girl with a red scarf and a short bob"
            stage morning { details { object mina { include mina } } }
            stage evening {
              from: none
              details { object mina { include mina } }
            }
            ```

            ## Fix safety

            There is no fix: the description, the earlier picture or a reference can carry the character on.

            ## Options

            None.

            ## Source

            OpenAI Cookbook, "GPT Image Generation Models Prompting Guide" for gpt-image-2 (April 2026): repeat the
            defining details in every prompt, and use an anchor picture. "GPT-4o 이미지 생성 기능 활용 가이드" (Korean
            e-book, first edition April 2025), "캐릭터 및 스타일 일관성".
            """;

    internal override void CheckBuild(BuildContext context)
    {
        var stages = context.Stages.ToDictionary(s => s.Stage.Name, StringComparer.Ordinal);
        Generation[] generations =
        [
            .. context
                .Stages.Where(s => !s.Stage.IsEdit)
                .Select(s => new Generation(s, [.. Lineage.Before(s, stages)])),
        ];
        var characters = generations
            .SelectMany(g => Characters(g.Stage).DistinctBy(c => c.Name), (g, c) => (c.Name, c.Place, g.Stage))
            .GroupBy(c => c.Name, StringComparer.Ordinal);
        foreach (var character in characters)
        {
            HashSet<StageContext> showing = [.. character.Select(c => c.Stage)];
            foreach (Generation generation in generations.Where(g => !g.Shows(showing)))
            {
                if (
                    generation.Names.Find(character.Key) is var (passage, span)
                    && IsMereMention(generation.Stage, passage, span)
                )
                {
                    generation.Stage.Report(
                        OnlyNamed(character.Key, passage.Text.PlaceOf(span), character.First().Place)
                    );
                }
            }
        }
    }

    private Diagnostic OnlyNamed(string name, SourceSpan mention, SourceSpan description) =>
        Finding(
            mention,
            "only the name",
            $"the picture knows {name} by the name alone, so it shows somebody else than the stage that describes the character",
            "Repeat the description with `define` and `include`, or send the earlier picture."
        ) with
        {
            Secondary = [new DiagnosticLabel(description, "described here only")],
        };

    private static IEnumerable<(string Name, SourceSpan Place)> Characters(StageContext stage)
    {
        foreach (ObjectThing item in stage.Stage.Scene.Things.OfType<ObjectThing>())
        {
            if (item is { SpokenName: { } name, Description: { } description } && IsLiving(stage, description))
            {
                yield return (name, description.Place);
            }
        }

        if (
            stage.Stage.Scene.Subject?.Description is { } subject
            && NameBefore(subject.Plain) is { } proper
            && IsLiving(stage, subject)
        )
        {
            yield return (proper, subject.Place);
        }
    }

    // "Mina, a girl with a red scarf": a capitalised word, a comma, an article.
    private static string? NameBefore(string text)
    {
        int comma = text.IndexOf(',');
        return
            comma > 1
            && char.IsUpper(text[0])
            && !text.AsSpan(0, comma).Contains(' ')
            && Words.IsDeterminer(Words.First(text[(comma + 1)..]))
            ? text[..comma]
            : null;
    }

    // A name with a description beside it is described again, and "a fox" is not the fox of the first picture.
    private static bool IsMereMention(StageContext stage, Passage passage, TextSpan name) =>
        !stage.HitsOf(Nouns.Set, passage).Any(h => !h.Span.Overlaps(name) && IsLiving(stage, h))
        && Words.Last(passage.Plain[Math.Max(0, name.Start - LongestLead)..name.Start])
            is not ("a" or "an" or "another" or "any" or "every" or "each" or "no" or "some" or "two" or "three");

    private static bool IsLiving(StageContext stage, AuthoredText description) =>
        stage.HitsOf(Nouns.Set, description).Any(h => IsLiving(stage, h));

    private static bool IsLiving(StageContext stage, TermHit noun) =>
        (Nouns.IsKindOf(noun.Value, "person") || Nouns.IsKindOf(noun.Value, "animal")) && Nouns.IsThere(stage, noun);

    /// <summary>A new picture, with the stages whose pictures it reads.</summary>
    private sealed class Generation(StageContext stage, HashSet<StageContext> before)
    {
        private readonly Lazy<NameMentions> _names = new(() =>
            new NameMentions(stage.Passages.Where(Nouns.TellsContent))
        );

        public StageContext Stage => stage;

        public NameMentions Names => _names.Value;

        /// <summary>Whether it knows a character that some stages describe: from itself, their pictures, or a reference.</summary>
        public bool Shows(HashSet<StageContext> describing) =>
            describing.Contains(stage)
            || describing.Overlaps(before)
            || stage.Stage.Inputs.Any(i =>
                i.Uses.Any(u => u.Reference is { } r && (r.Roles.IsEmpty || r.Roles.Contains("character")))
            );
    }
}
