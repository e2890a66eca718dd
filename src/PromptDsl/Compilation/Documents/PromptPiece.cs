using PromptDsl.Text;

namespace PromptDsl.Compilation.Documents;

/// <summary>A part of a phrase that comes from one place.</summary>
/// <param name="Text">The words; never empty.</param>
/// <param name="Source">Where the author wrote them; for connecting words the statement that they connect.</param>
/// <param name="Kind">Whose words they are.</param>
public readonly record struct PromptPiece(string Text, SourceSpan Source, PieceKind Kind)
{
    /// <summary>Whether the words are the author's own.</summary>
    public bool IsAuthored => Kind != PieceKind.Connecting;
}
