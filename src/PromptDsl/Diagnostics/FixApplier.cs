using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Diagnostics;

/// <summary>Makes the changes that findings of one file propose.</summary>
public static class FixApplier
{
    /// <summary>
    /// The text with one fix of each finding made, as long as fixes do not touch each other; what is left
    /// comes with the next round, after the file is looked at again.
    /// </summary>
    /// <param name="text">The text that the findings are about.</param>
    /// <param name="diagnostics">Findings in that text.</param>
    /// <param name="allowUnsafe">Whether fixes that may change what is asked of the model are made.</param>
    /// <returns>The text, and how many fixes it holds.</returns>
    public static (string Text, int Count) Apply(string text, IEnumerable<Diagnostic> diagnostics, bool allowUnsafe)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        int count = 0;
        foreach (CodeFix fix in diagnostics.Select(d => Choose(d, allowUnsafe)).OfType<CodeFix>())
        {
            if (!fix.Edits.Any(e => edits.Any(made => Touch(made.Span, e.Span))))
            {
                edits.AddRange(fix.Edits);
                count++;
            }
        }

        edits.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return (new CodeFix("", FixSafety.Safe, edits.ToImmutable()).ApplyTo(text), count);
    }

    /// <summary>The fix that is made for a finding: the first that is safe, else the first that is allowed.</summary>
    public static CodeFix? Choose(Diagnostic diagnostic, bool allowUnsafe) =>
        diagnostic.Fixes.FirstOrDefault(f => f.Safety == FixSafety.Safe)
        ?? (allowUnsafe ? diagnostic.Fixes.FirstOrDefault(f => f.Safety == FixSafety.Unsafe) : null);

    // Two insertions at one place have no order, so they touch as well.
    private static bool Touch(TextSpan a, TextSpan b) => a.Start <= b.End && b.Start <= a.End;
}
