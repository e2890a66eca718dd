using PromptDsl.Diagnostics;
using PromptDsl.Semantics;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Hygiene;

internal sealed class UnusedParameterRule() : LintRule("IMG3801", "unused-parameter", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            A parameter that no text, value or loop of the file uses. Files that only hold definitions are left
            out: others may read their parameters.

            ## Why it matters

            Whoever gives it a value expects the picture to change, and it does not.

            ## Example

            ```imgp
            param season: choice ["spring", "autumn"] = "autumn"
            subject: "a red kite over a wheat field"
            ```

            ```imgp
            param 계절: text = "가을"
            subject: "밀밭 위를 나는 붉은 연"
            ```

            ## Use instead

            ```imgp
            param season: choice ["spring", "autumn"] = "autumn"
            subject: "a red kite over a wheat field in ${season}"
            ```

            ```imgp
            param 계절: text = "가을"
            subject: "${계절} 밀밭 위를 나는 붉은 연"
            ```

            ## Fix safety

            Unsafe: the parameter is taken out. What gives it a value from outside (`--set`, a parameter file,
            `extends`) has to be changed as well.

            ## Options

            None.

            ## Source

            The convention of compilers: Bicep's `no-unused-params`.
            """;

    internal override void CheckFile(FileContext context)
    {
        if (context is not { Tree: { } tree, IsReadable: true } || context.Result!.Role == FileRole.Library)
        {
            return;
        }

        HashSet<string> used = ReferencedNames.In(tree);
        foreach (ParamSyntax param in tree.Root.Statements.OfType<ParamSyntax>().Where(p => !used.Contains(p.Name)))
        {
            context.Report(
                Finding(
                    new SourceSpan(tree.Source, param.NameToken.Span),
                    "never used",
                    $"nothing uses the parameter `{param.Name}`, so its value changes nothing",
                    $"Use it, as in `${{{param.Name}}}`, or take it out."
                ) with
                {
                    Fixes = [CodeFix.Unsafe("Remove the parameter", LineEdits.Removal(tree.Source, param.Span), "")],
                }
            );
        }
    }
}
