using System.Collections.Immutable;
using PromptDsl.Diagnostics;

namespace PromptDsl.Syntax;

/// <summary>A habit is explained once for a file: its places become labels, its fixes one fix.</summary>
internal static class HabitFolding
{
    private const int ShownPlaces = 3;

    /// <summary>Joins the findings of each habit into one, with the other places as labels and one fix.</summary>
    public static IEnumerable<Diagnostic> Fold(List<Diagnostic> diagnostics)
    {
        Dictionary<string, List<Diagnostic>>? habits = null;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (
                HabitDiagnostics.IsHabit(diagnostic.Descriptor)
                || LexicalDiagnostics.IsAboutEncoding(diagnostic.Descriptor)
            )
            {
                habits ??= new(StringComparer.Ordinal);
                if (!habits.TryGetValue(diagnostic.Code, out List<Diagnostic>? list))
                {
                    habits.Add(diagnostic.Code, list = []);
                }

                list.Add(diagnostic);
            }
            else
            {
                yield return diagnostic;
            }
        }

        if (habits is null)
        {
            yield break;
        }

        foreach (List<Diagnostic> habit in habits.Values)
        {
            habit.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
            yield return habit.Count == 1 ? habit[0] : Join(habit);
        }
    }

    private static Diagnostic Join(List<Diagnostic> habit)
    {
        Diagnostic first = habit[0];
        int hidden = habit.Count - 1 - ShownPlaces;
        var labels = habit
            .Skip(1)
            .Take(ShownPlaces)
            .Select(
                (d, i) =>
                    new DiagnosticLabel(
                        d.Primary.Place,
                        i < ShownPlaces - 1 || hidden <= 0 ? "here too"
                            : hidden == 1 ? "here, and at one more place"
                            : $"here, and at {hidden} more places"
                    )
            );
        var fixes = habit.Where(d => d.Fixes.Length > 0).Select(d => d.Fixes[0]).ToList();
        ImmutableArray<CodeFix> joined =
            fixes.Count == 0
                ? []
                :
                [
                    new CodeFix(
                        fixes[0].Title,
                        fixes.Max(f => f.Safety),
                        [.. WithoutOverlap(fixes.SelectMany(f => f.Edits).OrderBy(e => e.Span.Start))]
                    ),
                ];
        return first with { Secondary = [.. labels], Fixes = joined };
    }

    /// <summary>After a missing brace a place may be read twice, and be reported twice.</summary>
    private static IEnumerable<TextEdit> WithoutOverlap(IEnumerable<TextEdit> edits)
    {
        int position = 0;
        foreach (TextEdit edit in edits.Where(e => e.Span.Start >= position))
        {
            yield return edit;
            position = edit.Span.End;
        }
    }
}
