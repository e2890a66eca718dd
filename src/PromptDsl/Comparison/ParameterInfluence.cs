using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Comparison;

/// <summary>
/// Knows what differs only because the default of a parameter does: values that are written the same
/// and use it, and what stands under its <c>when</c> or in its loop.
/// </summary>
internal sealed class ParameterInfluence
{
    private readonly SyntaxTree _before;
    private readonly SyntaxTree _after;
    private readonly HashSet<string> _changed;

    /// <summary>Looks at two files.</summary>
    /// <param name="before">The earlier file.</param>
    /// <param name="after">The later file.</param>
    /// <param name="changed">The parameters with another default, by name.</param>
    public ParameterInfluence(SyntaxTree before, SyntaxTree after, IEnumerable<string> changed)
    {
        _before = before;
        _after = after;
        _changed = [.. changed];
    }

    /// <summary>The path of the default that explains a change; null when there is none.</summary>
    public string? Explain(PromptChange change) =>
        _changed.Count > 0 && ParameterOf(change) is { } name ? $"param {name}.default" : null;

    private string? ParameterOf(PromptChange change)
    {
        if (!IsIn(change.Before, _before) || !IsIn(change.After, _after))
        {
            return null;
        }

        string before = Squeeze(change.Before);
        string after = Squeeze(change.After);
        bool isWrittenTheSame = change.Before is not null && change.After is not null && before == after;
        bool isOneSided = change.Before is null || change.After is null;
        return isWrittenTheSame ? _changed.FirstOrDefault(p => Uses(after, p)) ?? ExplainByAncestor(change)
            : isOneSided ? ExplainByAncestor(change)
            : null;
    }

    private static bool IsIn(ChangeSide? side, SyntaxTree tree) => side is null || side.Place.Source == tree.Source;

    private static string Squeeze(ChangeSide? side) =>
        side is null ? "" : string.Concat(side.Place.Text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Whether a value uses a name: in a slot, or as a bare word.</summary>
    private static bool Uses(string written, string name)
    {
        for (int at = written.IndexOf(name, StringComparison.Ordinal); at >= 0; )
        {
            int end = at + name.Length;
            bool isSlot =
                at >= 2
                && written[at - 1] == '{'
                && written[at - 2] == '$'
                && end < written.Length
                && written[end] == '}';
            bool isWord =
                (at == 0 || written[at - 1] is '[' or ',') && (end == written.Length || written[end] is ']' or ',');
            if (isSlot || isWord)
            {
                return true;
            }

            at = written.IndexOf(name, end, StringComparison.Ordinal);
        }

        return false;
    }

    private string? ExplainByAncestor(PromptChange change) =>
        change.After is { } after
            ? ExplainByAncestor(_after, after.Place)
            : ExplainByAncestor(_before, change.Before!.Place);

    private string? ExplainByAncestor(SyntaxTree tree, SourceSpan place)
    {
        foreach (SyntaxNode node in Path(tree.Root, place.Span.Start))
        {
            string? written = node switch
            {
                ForSyntax loop => tree.Source.ToString(loop.Items.Span),
                BlockSyntax { Body: { } body } => body
                    .Statements.OfType<PropertySyntax>()
                    .Where(p => p.Key == "when")
                    .Select(p => tree.Source.ToString(p.Value.Span))
                    .FirstOrDefault(),
                _ => null,
            };
            if (written is not null && _changed.FirstOrDefault(p => Uses(written, p)) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static IEnumerable<SyntaxNode> Path(SyntaxNode root, int position)
    {
        for (SyntaxNode? node = root; node is not null; )
        {
            yield return node;
            node = node
                .Children.Select(c => c.Node)
                .FirstOrDefault(n => n is not null && n.Span.Start <= position && position < n.Span.End);
        }
    }
}
