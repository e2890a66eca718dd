using System.Collections.Immutable;

namespace PromptDsl.Formatting.Comments;

/// <summary>
/// What stands between two neighbours in a file, a body or a list: every comment belongs to the line
/// of the one before, to lines of its own, or to the line of the one after.
/// </summary>
internal sealed class Gap
{
    public static readonly Gap Empty = new();

    /// <summary>The comments that end the line of what stands before.</summary>
    public ImmutableArray<Comment> Trailing { get; init; } = [];

    public ImmutableArray<Comment> OwnLine { get; init; } = [];

    /// <summary>The block comments that begin the line of what stands after.</summary>
    public ImmutableArray<Comment> Inline { get; init; } = [];

    /// <summary>The line breaks before the line of what stands after.</summary>
    public int LineBreaksBeforeNext { get; init; }

    /// <summary>Whether there is a line break outside the comments.</summary>
    public bool HasLineBreak { get; init; }

    public bool HasComments => !(Trailing.IsEmpty && OwnLine.IsEmpty && Inline.IsEmpty);

    /// <summary>Whether a blank line follows what stands before.</summary>
    public bool StartsWithBlankLine => (OwnLine.IsEmpty ? LineBreaksBeforeNext : OwnLine[0].LineBreaksBefore) >= 2;

    public bool HasBlankLine => LineBreaksBeforeNext >= 2 || OwnLine.Any(c => c.LineBreaksBefore >= 2);
}
