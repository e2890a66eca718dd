using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Requirements;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Contradictions;

internal sealed class NegatedRequirementRule() : LintRule("IMG3103", "negated-requirement", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            A negative, or "no …" in prose, that forbids what the file asks for: "people" and a farmer, "text" and a
            headline. Kinds are known: a dog is an animal. A negative of a region concerns that region. A qualified
            negative ("other people", "extra text", "no blue cars") leaves the rest allowed, and a statue of a man is
            no person.

            ## Why it matters

            The model leaves the thing out, or draws it against the negative; it cannot do both.

            ## Example

            ```imgp
            details { object farmer "a farmer with a straw hat" }
            negatives: ["people"]
            ```

            ```imgp
            locale: ko
            details { text 제목 "달무리" { at: top } }
            negatives: ["글자"]
            ```

            ## Use instead

            ```imgp
            details { object farmer "a farmer with a straw hat" }
            negatives: ["other people"]
            ```

            ## Fix safety

            There is no fix: only you know whether the negative or the thing is to go.

            ## Options

            None. Nouns join the lexicon in the configuration of the project.

            ## Source

            Prompt guides, and prompts that people published: a list of negatives is copied from file to file.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        if (context.Prohibitions.IsEmpty)
        {
            return;
        }

        ILookup<string, (int Order, TermHit Noun)> present = PresentNouns(context);
        foreach (Prohibition prohibition in context.Prohibitions)
        {
            if (Required(context, prohibition, present) is { } required)
            {
                string what =
                    required.Text.Length <= 30 ? $": \"{required.Text.Trim('"').ReplaceLineEndings(" ")}\"" : "";
                context.Report(
                    Finding(
                        prohibition.Place,
                        "forbidden here",
                        $"the negative \"{prohibition.Place.Text}\" forbids what the file asks for{what}, so the model leaves it out or draws it anyway",
                        "Remove the negative, or say which are meant: `\"other people\"`, `\"extra text\"`."
                    ) with
                    {
                        Secondary = [new DiagnosticLabel(required, "asked for here")],
                    }
                );
            }
        }
    }

    /// <summary>What is in the picture, by kind.</summary>
    private static ILookup<string, (int Order, TermHit Noun)> PresentNouns(StageContext context) =>
        context
            .HitsOf(Nouns.Set)
            .Where(h =>
                (Nouns.TellsContent(h.Passage) || h.Passage is { Role: PassageRole.Reference, Key: "take" })
                && h.Value != Nouns.Text
                && Nouns.IsThere(context, h)
            )
            .Select((h, i) => (Order: i, Noun: h))
            .ToLookup(p => p.Noun.Value, StringComparer.Ordinal);

    private static SourceSpan? Required(
        StageContext context,
        Prohibition prohibition,
        ILookup<string, (int Order, TermHit Noun)> present
    )
    {
        if (prohibition.Kind == Nouns.Text)
        {
            return RequiredText(context.Stage.Scene.Things, prohibition);
        }

        if (prohibition.Kind is { } kind)
        {
            return present
                .Where(g => Nouns.IsKindOf(g.Key, kind))
                .Select(g =>
                    g.FirstOrDefault(p =>
                        prohibition.Covers(p.Noun.Passage) && p.Noun.Place.Span != prohibition.Place.Span
                    )
                )
                .Where(p => p.Noun is not null)
                .OrderBy(p => p.Order)
                .Select(p => (SourceSpan?)p.Noun.Place)
                .FirstOrDefault();
        }

        return context.IsPlainText ? null : SameWords(context, prohibition);
    }

    private static SourceSpan? RequiredText(IEnumerable<Thing> things, Prohibition prohibition) =>
        SceneWalk
            .Things(things)
            .Where(t => prohibition.Covers(t.Thing, t.Area))
            .Select(t =>
                t.Thing switch
                {
                    TextThing text => text.Literal.Place,
                    CalloutThing callout => callout.Label.Place,
                    TableThing table => table.Title?.Place ?? table.Place,
                    _ => (SourceSpan?)null,
                }
            )
            .FirstOrDefault(p => p is not null);

    // A noun that the lexicon does not know: the thing must be called just so, "umbrellas" and "a red umbrella".
    private static SourceSpan? SameWords(StageContext context, Prohibition prohibition) =>
        context
            .Passages.Where(p =>
                p is { Kind: "object", Key: null } && p.Scope.Thing is ObjectThing && prohibition.Covers(p)
            )
            .Where(p => !context.HitsOf("depiction").Any(d => ReferenceEquals(d.Passage, p)))
            .Select(p => (p.Text.Place, Words: Phrases.HeadPhrase(p.Plain)))
            .Where(p =>
                p.Words.Length > 0
                && p.Words[^1] == prohibition.Words[^1]
                && prohibition.Words.All(w => p.Words.Contains(w))
            )
            .Select(p => (SourceSpan?)p.Place)
            .FirstOrDefault();
}
