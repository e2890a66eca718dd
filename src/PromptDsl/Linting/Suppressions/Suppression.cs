using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Linting.Suppressions;

/// <summary>
/// A comment that keeps findings from being reported:
/// <c>// promptc-ignore IMG3201: the brand name is Korean</c>.
/// </summary>
/// <param name="Comment">The whole comment.</param>
/// <param name="Scope">How far it reaches.</param>
/// <param name="Directive">The first word.</param>
/// <param name="Codes">What it names, in order.</param>
/// <param name="Reason">Why, in the words of the author; empty when nothing is said.</param>
/// <param name="Target">The lines that it is about.</param>
public sealed record Suppression(
    SourceSpan Comment,
    SuppressionScope Scope,
    SourceSpan Directive,
    ImmutableArray<SuppressedCode> Codes,
    string Reason,
    TextSpan Target
)
{
    /// <summary>Where a colon is missing before what seems to be the reason; null when there is one.</summary>
    internal int? MissingColon { get; init; }

    /// <summary>Whether the first word is none of the three.</summary>
    internal bool IsMisspelt { get; init; }
}
