using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Suppressions;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Hygiene;

/// <summary>Asked by the linter after all other rules, when it is known which suppressions were needed.</summary>
internal sealed class UnusedSuppressionRule() : LintRule(Code, "unused-suppression", DiagnosticSeverity.Warning)
{
    public const string Code = "IMG3803";

    public override string Documentation =>
        """
            ## What it checks

            A `promptc-ignore` comment names a finding that is not there. Comments in a file that serves others
            (a template, or definitions alone) are not looked at: which findings they have depends on who uses
            them. Neither are those that name a rule that was switched off, or not selected.

            ## Why it matters

            The next person takes the comment for true. If the defect comes back, it comes back unseen.

            ## Example

            ```imgp
            // promptc-ignore-next-line IMG3406: the client chooses the furniture
            subject: "a reading room with two oak tables"
            ```

            ```imgp
            // promptc-ignore-next-line delegated-choice: 가구는 고객이 고른다
            subject: "참나무 책상 두 개가 놓인 열람실"
            ```

            ## Use instead

            ```imgp
            // promptc-ignore-next-line IMG3406: the client chooses the furniture
            subject: "a reading room with appropriate furniture"
            ```

            ```imgp
            // promptc-ignore-next-line delegated-choice: 가구는 고객이 고른다
            subject: "적절한 가구가 놓인 열람실"
            ```

            ## Fix safety

            Safe: the comment, or the code in it, is taken out. No word of it reaches the prompt.

            ## Options

            None.

            ## Source

            The convention of linters: ruff's `RUF100`, Biome's `suppressions/unused`, ESLint's
            `--report-unused-disable-directives`.
            """;

    /// <summary>What a suppression names without need.</summary>
    /// <param name="suppression">The comment.</param>
    /// <param name="unused">The codes in it that suppressed nothing, one at least.</param>
    internal IEnumerable<Diagnostic> Report(Suppression suppression, ImmutableArray<SuppressedCode> unused)
    {
        bool isAll = unused.Length == suppression.Codes.Length;
        HashSet<SourceSpan> places = [.. unused.Select(c => c.Place)];
        foreach (
            (int index, SuppressedCode code) in suppression.Codes.Index().Where(c => places.Contains(c.Item.Place))
        )
        {
            DiagnosticDescriptor named = code.Descriptor!;
            yield return Finding(
                code.Place,
                "suppresses nothing",
                $"`{named.Code}` ({named.Name}) is not reported here, so the suppression hides what may come later",
                isAll ? "Take the comment out." : "Take the code out of the comment."
            ) with
            {
                Fixes = [isAll ? RemoveComment(suppression) : RemoveCode(suppression, index)],
            };
        }
    }

    private static CodeFix RemoveComment(Suppression suppression)
    {
        SourceText source = suppression.Comment.Source;
        TextSpan comment = suppression.Comment.Span;
        return CodeFix.Safe("Remove the comment", LineEdits.Removal(source, comment), "");
    }

    // With the comma and the blanks that tell it from its neighbour.
    private static CodeFix RemoveCode(Suppression suppression, int index)
    {
        SuppressedCode code = suppression.Codes[index];
        TextSpan span =
            index == 0
                ? TextSpan.FromBounds(code.Place.Span.Start, suppression.Codes[1].Place.Span.Start)
                : TextSpan.FromBounds(suppression.Codes[index - 1].Place.Span.End, code.Place.Span.End);
        return CodeFix.Safe($"Remove `{code.Written}`", span, "");
    }
}
