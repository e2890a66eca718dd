using System.Collections.Immutable;
using PromptDsl.Syntax;
using Xunit;

namespace PromptDsl.Tests.Syntax.Recovery;

/// <summary>
/// A mistake, the findings that it gives (one, unless the source holds several) and the statements that
/// are understood all the same.
/// </summary>
internal static class Recovery
{
    /// <summary>Compares findings as <c>code «text»</c>, and statements by their keys and kinds.</summary>
    public static void Check(string source, string findings, string statements)
    {
        var tree = SyntaxTree.Parse(source);
        Assert.Equal(findings, string.Join(" ", tree.Diagnostics.Select(d => $"{d.Code} «{d.Primary.Place.Text}»")));
        Assert.Equal(statements, Outline(tree.Root.Statements));
        Assert.Equal(source, tree.ToString());
    }

    private static string Outline(ImmutableArray<StatementSyntax> statements) =>
        string.Join(", ", statements.Select(Outline));

    private static string Outline(StatementSyntax statement) =>
        statement switch
        {
            PropertySyntax property => $"{property.Key}:",
            BlockSyntax block => $"{block.Kind}{Outline(block.Body)}",
            ParamSyntax param => $"param {param.Name}{Outline(param.Body)}",
            DefineSyntax define => $"define {define.Block.Kind}{Outline(define.Block.Body)}",
            ForSyntax loop => $"for{Outline(loop.Body)}",
            UseSyntax => "use",
            IncludeSyntax => "include",
            _ => "…",
        };

    private static string Outline(BodySyntax? body) =>
        body is null ? "" : $" {{ {Outline(body.Statements)} }}".Replace("{  }", "{ }", StringComparison.Ordinal);
}
