using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Hygiene;

internal sealed class VersionNotRaisedRule() : LintRule(Code, "version-not-raised", DiagnosticSeverity.Hint)
{
    public const string Code = "IMG3804";

    public override string Documentation =>
        """
            ## What it checks

            The compiled prompt is another one than at the last commit, and `version` is the same. Nothing is said
            about a file without a version, a new file, or outside a repository. In a block marked `before`
            stands what was committed.

            ## Why it matters

            Two pictures made of different prompts bear the same version; nobody can tell which is which.

            ## Example

            ```imgp before
            version: "1.2.0"
            subject: "a red kite over a wheat field"
            ```

            ```imgp
            version: "1.2.0"
            subject: "a blue kite over a wheat field"
            ```

            ```imgp before
            version: "3"
            subject: "밀밭 위를 나는 붉은 연"
            ```

            ```imgp
            version: "3"
            subject: "밀밭 위를 나는 푸른 연"
            ```

            ## Use instead

            ```imgp before
            version: "1.2.0"
            subject: "a red kite over a wheat field"
            ```

            ```imgp
            version: "1.3.0"
            subject: "a blue kite over a wheat field"
            ```

            ```imgp before
            version: "3"
            subject: "밀밭 위를 나는 붉은 연"
            ```

            ```imgp
            version: "4"
            subject: "밀밭 위를 나는 푸른 연"
            ```

            ## Fix safety

            Unsafe: the last number is raised by one. Whether the change is a small one is yours to say.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "프롬프트 버전 관리":
            record prompts that worked, and manage them.
            """;

    internal override void CheckFile(FileContext context)
    {
        if (
            context is not { IsReadable: true, Result: { Builds: [var build, ..] } result }
            || build.Model.About["version"] is not { } version
            || version.Place.Source != result.Tree.Source
            || context.Options.Previous?.Before(result) is not { Builds: [var earlier, ..] } before
            || earlier.Model.About["version"]?.Written != version.Written
            || PromptsOf(before).SequenceEqual(PromptsOf(result))
        )
        {
            return;
        }

        context.Report(
            Finding(
                version.Place,
                "the version of the earlier prompt",
                $"the prompt changed since the last commit and is still version {version.Written}",
                "Raise the version, so that pictures of the two can be told apart."
            ) with
            {
                Fixes = Raise(version.Place),
            }
        );
    }

    private static IEnumerable<(string Build, string Stage, string Prompt)> PromptsOf(CompilationResult result) =>
        result.Builds.SelectMany(b => b.Stages.Select(s => (b.Name, s.Name, s.Prompt.Text)));

    private static ImmutableArray<CodeFix> Raise(SourceSpan place)
    {
        string written = place.Text;
        int end = written.TrimEnd('"').Length;
        int start = end;
        while (start > 0 && char.IsAsciiDigit(written[start - 1]))
        {
            start--;
        }

        return
            int.TryParse(
                written.AsSpan(start, end - start),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int last
            )
            && last < int.MaxValue
            ?
            [
                CodeFix.Unsafe(
                    "Raise the version",
                    new TextSpan(place.Span.Start + start, end - start),
                    (last + 1).ToString(CultureInfo.InvariantCulture)
                ),
            ]
            : [];
    }
}
