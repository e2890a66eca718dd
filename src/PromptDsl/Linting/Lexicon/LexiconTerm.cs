namespace PromptDsl.Linting.Lexicon;

/// <summary>A word or a phrase of the lexicon.</summary>
/// <param name="Set">The set that it is in.</param>
/// <param name="Value">The value within the set that it stands for, such as <c>dark</c> in <c>light</c>.</param>
/// <param name="Pattern">The phrase in the notation of <see cref="LexiconSet"/>.</param>
public sealed record LexiconTerm(LexiconSet Set, string Value, string Pattern)
{
    /// <summary>The mark of a modifier at the end of a pattern.</summary>
    internal const char ModifierMark = '~';

    /// <summary>Whether it tells something of the word after it alone.</summary>
    public bool IsModifier => Pattern.EndsWith(ModifierMark);

    // A term is itself; a set holds its terms.
    public bool Equals(LexiconTerm? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Pattern.GetHashCode(StringComparison.Ordinal);
}
