using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Compilation.Wording;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>Builds a phrase.</summary>
internal sealed class PhraseBuilder : PieceWriter
{
    private readonly ImmutableArray<PromptPiece>.Builder _pieces = ImmutableArray.CreateBuilder<PromptPiece>();

    /// <summary>Begins the phrase with a capital, when it begins with connecting words of a language that has them.</summary>
    public PhraseBuilder Capitalize(Phrasebook book)
    {
        if (book.HasCapitals && _pieces.Count > 0 && !_pieces[0].IsAuthored)
        {
            PromptPiece first = _pieces[0];
            string text = string.Concat([char.ToUpperInvariant(first.Text[0])], first.Text.AsSpan(1));
            _pieces[0] = first with { Text = text };
        }

        return this;
    }

    public PromptPhrase ToPhrase() => new(_pieces.DrainToImmutable());

    protected override void Add(PromptPiece piece) => _pieces.Add(piece);
}
