using System.Collections.Immutable;
using System.Text;
using PromptDsl.Schema;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Tests.Comparison;

/// <summary>
/// Writes a file with its statements in another order wherever the language gives the order no
/// meaning: not stages, what varies, includes, cells, rows and loops, and not the blocks of kinds of content, of
/// which the first says what the picture is.
/// </summary>
internal sealed class StatementShuffler(SourceText source, int seed)
{
    private static readonly HashSet<string> Ordered = ["stage", "vary", "extends", "cell", "row", "each"];

    private readonly Random _random = new(seed);

    public static string Shuffle(SyntaxTree tree, int seed)
    {
        var shuffler = new StatementShuffler(tree.Source, seed);
        return string.Join('\n', shuffler.Reorder(tree.Root.Statements).Select(shuffler.Write)) + "\n";
    }

    private IEnumerable<StatementSyntax> Reorder(ImmutableArray<StatementSyntax> statements)
    {
        // What has an order keeps its places; the rest is dealt out among the others.
        var free = new Queue<StatementSyntax>(statements.Where(s => !IsOrdered(s)).OrderBy(_ => _random.Next()));
        return [.. statements.Select(s => IsOrdered(s) ? s : free.Dequeue())];
    }

    private static bool IsOrdered(StatementSyntax statement) =>
        statement is ForSyntax or IncludeSyntax
        || (statement is BlockSyntax block && (Ordered.Contains(block.Kind) || LanguageSchema.IsDomain(block.Kind)));

    private string Write(StatementSyntax statement) =>
        statement switch
        {
            BlockSyntax { Body: { } body } block => source.ToString(block.HeadSpan) + Write(body),
            DefineSyntax { Block: { Body: { } body } block } => "define "
                + source.ToString(block.HeadSpan)
                + Write(body),
            ForSyntax loop => source.ToString(loop.HeadSpan) + Write(loop.Body),
            _ => source.ToString(statement.Span),
        };

    private string Write(BodySyntax body)
    {
        var text = new StringBuilder(" {\n");
        foreach (StatementSyntax statement in Reorder(body.Statements))
        {
            text.Append(Write(statement)).Append('\n');
        }

        return text.Append('}').ToString();
    }
}
