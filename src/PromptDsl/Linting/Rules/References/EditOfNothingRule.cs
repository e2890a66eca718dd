using PromptDsl.Diagnostics;
using PromptDsl.Linting.Changes;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Requirements;
using PromptDsl.Linting.Scanning;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Linting.Rules.References;

internal sealed class EditOfNothingRule() : LintRule("IMG3508", "edit-of-nothing", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            An edit that removes, replaces or alters a thing that no stage before it speaks of. Only things that the lexicon
            knows and that do not come by themselves are looked at, and only when every picture before was made from
            the file: what a picture file shows is not known.

            ## Why it matters

            The model finds nothing to change and changes something else.

            ## Example

            ```imgp
            subject: "an empty harbour at low tide"
            stage layout
            stage clear {
              change: "remove the elephant"
              keep: ["the pier"]
            }
            ```

            ```imgp
            locale: ko
            subject: "썰물 때의 항구"
            stage 바탕
            stage 정리 {
              change: "코끼리를 지우기"
              keep: ["부두"]
            }
            ```

            ## Use instead

            ```imgp
            subject: "a harbour at low tide with an elephant on the pier"
            stage layout
            stage clear {
              change: "remove the elephant"
              keep: ["the pier"]
            }
            ```

            ## Fix safety

            There is no fix: the thing may have another name in the file.

            ## Options

            None.

            ## Source

            None; it follows from what was asked for.
            """;

    // Kinds that come into a picture unasked.
    private static readonly string[] Unasked = ["person", "plant", "building", "lamp", Nouns.Text];

    internal override void CheckBuild(BuildContext context)
    {
        var stages = context.Stages.ToDictionary(s => s.Stage.Name, StringComparer.Ordinal);
        var spoken = context.Stages.ToDictionary(s => s, KindsIn);
        foreach (StageContext stage in context.Stages.Where(s => s.Stage.IsEdit))
        {
            IReadOnlyList<StageContext> before = Lineage.Before(stage, stages);
            if (before.Count == 0 || before.Append(stage).Any(ReadsFiles))
            {
                continue;
            }

            HashSet<string> there = [.. before.SelectMany(s => spoken[s]).Distinct(StringComparer.Ordinal)];
            IEnumerable<TermHit> missing = stage
                .Changes.Where(c => c.ActsOnExisting)
                .Select(c => Target(stage, c))
                .OfType<TermHit>()
                .Where(n => !there.Contains(LargeKind(n)));
            foreach (IGrouping<string, TermHit> nouns in missing.GroupBy(n => n.Text, StringComparer.OrdinalIgnoreCase))
            {
                if (!IsDeclared(stage, nouns.Key))
                {
                    Report(stage, nouns);
                }
            }
        }
    }

    private void Report(StageContext stage, IEnumerable<TermHit> nouns)
    {
        foreach (TermHit noun in nouns)
        {
            stage.Report(
                Finding(
                    noun.Place,
                    "in no stage before",
                    $"the edit speaks of \"{noun.Text}\", and no stage before it put one there, so the model changes something else",
                    "Call it as the earlier stage does, or put it there first."
                )
            );
        }
    }

    private static bool ReadsFiles(StageContext stage) => stage.Stage.Inputs.Any(i => i.Source is FileInput);

    private static TermHit? Target(StageContext stage, Change change) =>
        change.Object.Length == 0
            ? null
            : stage
                .HitsNear(Nouns.Set, change.Verb)
                .FirstOrDefault(h =>
                    h.SharesClause(change.Verb)
                    && !IsUnasked(h)
                    && (change.Verb.Value != "alter" || IsSpecific(h))
                    && (EndsWith(change.Object, h) || (change.NamesLook && EndsWith(change.Object[..^1], h)))
                );

    // "Make the chairs blue" may be said of any café; "the tram" is one that must have been there.
    private static bool IsSpecific(TermHit noun) =>
        (Nouns.IsKindOf(noun.Value, "animal") || Nouns.IsKindOf(noun.Value, "vehicle"))
        && Words.Singular(noun.Text) == noun.Text
        && !noun.Text.EndsWith('들');

    private static bool EndsWith(string[] words, TermHit noun) => words[^1] == Words.In(noun.Text).Last();

    private static bool IsUnasked(TermHit noun) => Unasked.Any(k => Nouns.IsKindOf(noun.Value, k));

    private static HashSet<string> KindsIn(StageContext stage) =>
        [.. stage.HitsOf(Nouns.Set).Where(h => h.Passage.Role != PassageRole.Negative).Select(LargeKind)];

    // Any thing of the same large kind may be meant: "animals" for dogs, "the pet" for a cat.
    private static string LargeKind(TermHit noun) => noun.Value.Split('/')[0];

    private static bool IsDeclared(StageContext stage, string noun) =>
        stage.Stage.Visible.Values.Any(t =>
            t.SpokenName is { } name && noun.Contains(name, StringComparison.OrdinalIgnoreCase)
        );
}
