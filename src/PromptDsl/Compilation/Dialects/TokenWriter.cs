using System.Text;
using PromptDsl.Compilation.Documents;
using PromptDsl.Compilation.Phrasing;

namespace PromptDsl.Compilation.Dialects;

/// <summary>Writes tokens in the place of pieces.</summary>
internal sealed class TokenWriter(PieceTokens tokens) : PieceWriter
{
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    protected override void Add(PromptPiece piece) => _text.Append(tokens.Add(piece));
}
