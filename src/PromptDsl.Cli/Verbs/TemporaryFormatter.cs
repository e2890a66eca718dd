using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Formatting;

internal static class Formatter
{
    public static FormatResult Format(SyntaxTree tree) =>
        tree.HasErrors
            ? new(tree.Source, tree.Source.Text, [.. tree.Diagnostics.Where(d => d.IsError)])
            : new(
                tree.Source,
                string.Join('\n', tree.Source.Text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()))
                    .TrimEnd() + "\n",
                []
            );
}

internal sealed record FormatResult(SourceText Source, string Text, ImmutableArray<Diagnostic> Errors)
{
    public bool IsFormattable => Errors.IsEmpty;

    public bool IsChanged => Text != Source.Text;
}
