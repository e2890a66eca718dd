using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Targets.Checks;

/// <summary>Where a parameter was said, and what can be written there.</summary>
/// <param name="Place">The value, or the stage when the parameter was not said in a file.</param>
/// <param name="Field">What the file says, or null.</param>
internal readonly record struct ParameterPlace(SourceSpan Place, Field? Field)
{
    /// <summary>Replaces the value; nothing when there is none in a file.</summary>
    public ImmutableArray<CodeFix> Write(string value) =>
        Field is null ? [] : [CodeFix.Unsafe($"Write {value}", Place.Span, value)];

    /// <summary>Removes the statement, where it can be told from what is around it.</summary>
    public ImmutableArray<CodeFix> Remove(FixSafety safety) =>
        Field is not null && StatementRemoval.SpanOf(Field) is { } span
            ? [new CodeFix($"Remove `{Field.Key}`", safety, [new TextEdit(span, "")])]
            : [];
}
