using PromptDsl.Diagnostics;
using PromptDsl.Semantics;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Hygiene;

internal sealed class UnusedDefinitionRule() : LintRule("IMG3802", "unused-definition", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            A definition that nothing includes, and a used file of which nothing is taken. Definitions in files
            that describe no picture themselves are left out: they are there for others.

            ## Why it matters

            What is defined and not included is not in the picture, which is easily overlooked in a long file.

            ## Example

            ```imgp
            define style house { medium: "gouache on rough paper" }
            subject: "a red kite over a wheat field"
            ```

            ```imgp
            define style 화풍 { medium: "거친 종이에 과슈" }
            subject: "밀밭 위를 나는 붉은 연"
            ```

            ## Use instead

            ```imgp
            define style house { medium: "gouache on rough paper" }
            subject: "a red kite over a wheat field"
            style { include house }
            ```

            ```imgp
            define style 화풍 { medium: "거친 종이에 과슈" }
            subject: "밀밭 위를 나는 붉은 연"
            style { include 화풍 }
            ```

            ## Fix safety

            Safe for a used file: nothing can reach through it, so nothing changes. Unsafe for a definition:
            another file may take it from here.

            ## Options

            None.

            ## Source

            The convention of compilers: Bicep's `no-unused-vars` and `no-unused-imports`.
            """;

    internal override void CheckFile(FileContext context)
    {
        if (context is not { Tree: { } tree, IsReadable: true })
        {
            return;
        }

        HashSet<string> used = ReferencedNames.In(tree);
        foreach (StatementSyntax statement in tree.Root.Statements)
        {
            switch (statement)
            {
                case UseSyntax use when !used.Contains(AliasOf(use)):
                    context.Report(UnusedFile(tree, use));
                    break;
                case DefineSyntax { Block.Operands: [PathSyntax { Word: { } name } path, ..] } define
                    when context.Result!.Role == FileRole.Picture && !used.Contains(name):
                    context.Report(UnusedDefinition(tree, define, path));
                    break;
            }
        }
    }

    private Diagnostic UnusedDefinition(SyntaxTree tree, DefineSyntax define, PathSyntax name) =>
        Finding(
            new SourceSpan(tree.Source, name.Span),
            "never included",
            $"nothing includes the definition `{name.Text}`, so what it says is not in the picture",
            $"Put `include {name.Text}` where it belongs, or take the definition out."
        ) with
        {
            Fixes = [CodeFix.Unsafe("Remove the definition", LineEdits.Removal(tree.Source, define.Span), "")],
        };

    private Diagnostic UnusedFile(SyntaxTree tree, UseSyntax use) =>
        Finding(
            new SourceSpan(tree.Source, use.Path.Span),
            "nothing is taken from it",
            $"nothing takes anything from the used file `{AliasOf(use)}`, so it has no part in the picture",
            $"Include something of it, as in `include {AliasOf(use)}.name`, or take the line out."
        ) with
        {
            Fixes = [CodeFix.Safe("Remove the line", LineEdits.Removal(tree.Source, use.Span), "")],
        };

    private static string AliasOf(UseSyntax use) =>
        Identifiers.Normalize(use.Alias ?? LogicalPath.NameOf(((StringSyntax)use.Path).LiteralText));
}
