using System.Collections.Immutable;
using System.Text;
using PromptDsl.Compilation.Documents;
using PromptDsl.Compilation.Phrasing;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Dialects;

/// <summary>Writes the text of a prompt and its source map.</summary>
internal sealed class PromptWriter : PieceWriter
{
    private readonly StringBuilder _text = new(1024);
    private readonly ImmutableArray<SourceMapEntry>.Builder _map = ImmutableArray.CreateBuilder<SourceMapEntry>(64);

    public CompiledPrompt ToPrompt() => new(_text.ToString(), _map.DrainToImmutable());

    protected override void Add(PromptPiece piece)
    {
        int start = _text.Length;
        _text.Append(piece.Text);
        if (
            !piece.IsAuthored
            && _map.Count > 0
            && _map[^1] is { IsAuthored: false } last
            && last.Source == piece.Source
        )
        {
            _map[^1] = last with { Span = TextSpan.FromBounds(last.Span.Start, _text.Length) };
        }
        else
        {
            _map.Add(new SourceMapEntry(TextSpan.FromBounds(start, _text.Length), piece.Source, piece.IsAuthored));
        }
    }
}
