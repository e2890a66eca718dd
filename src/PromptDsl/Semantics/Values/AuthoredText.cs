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

    /// <summary>The code units of all runs.</summary>
    internal long Length
    {
        get
        {
            long length = 0;
            foreach (TextRun run in Runs)
            {
                length += run.Text.Length;
            }

            return length;
        }
    }

    /// <summary>A text that stands in one place as a whole.</summary>
    internal static AuthoredText From(string text, SourceSpan place) => new([new TextRun(text, place)], place);

    // Two texts are the same when they say the same, wherever they stand.
    public bool Equals(AuthoredText? other) => other is not null && Plain == other.Plain;

    public override int GetHashCode() => Plain.GetHashCode(StringComparison.Ordinal);
}
