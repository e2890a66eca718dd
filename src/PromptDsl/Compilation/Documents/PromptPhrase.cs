using System.Collections.Immutable;

namespace PromptDsl.Compilation.Documents;

/// <summary>Words in order, each with the place that it comes from.</summary>
public sealed record PromptPhrase(ImmutableArray<PromptPiece> Pieces)
{
    /// <summary>Whether there is nothing to say.</summary>
    public bool IsEmpty => Pieces.IsEmpty;

    /// <summary>The words.</summary>
    public string Text => Pieces.Length == 1 ? Pieces[0].Text : string.Concat(Pieces.Select(p => p.Text));

    public bool Equals(PromptPhrase? other) => other is not null && Pieces.SequenceEqual(other.Pieces);

    public override int GetHashCode() => Pieces.Length;

    public override string ToString() => Text;
}
