using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Values;

/// <summary>A text of the author, as runs that each know where they come from.</summary>
/// <param name="Runs">The text in order.</param>
/// <param name="Place">The whole value in the source.</param>
public sealed record AuthoredText(ImmutableArray<TextRun> Runs, SourceSpan Place)
{
    /// <summary>The text, with picture slots as <c>${name}</c>.</summary>
    public string Plain => Runs.Length == 1 ? Runs[0].Text : string.Concat(Runs.Select(r => r.Text));

    /// <summary>Whether there is nothing but white space.</summary>
    public bool IsBlank => Runs.All(r => string.IsNullOrWhiteSpace(r.Text));

    // Two texts are the same when they say the same, wherever they stand.
    public bool Equals(AuthoredText? other) => other is not null && Plain == other.Plain;

    public override int GetHashCode() => Plain.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A run of text from one place.</summary>
/// <param name="Text">The text; for a picture slot its name between <c>${</c> and <c>}</c>.</param>
/// <param name="Place">Where it stands in the source; for a slot the slot.</param>
/// <param name="Picture">The reference or stage whose number in the request is to be put in, or null.</param>
public readonly record struct TextRun(string Text, SourceSpan Place, string? Picture = null);
