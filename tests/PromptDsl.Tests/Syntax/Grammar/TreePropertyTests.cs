using FsCheck;
using FsCheck.Fluent;
using PromptDsl.Diagnostics;
using PromptDsl.Syntax;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>What holds for the tree and the findings of every text, however broken it is.</summary>
public sealed class TreePropertyTests
{
    private static readonly Gen<string> Texts = Gen.Frequency(
        (1, ProgramGenerator.Programs),
        (6, Mutator.Mutants(ProgramGenerator.Programs)),
        (3, Mutator.Mutants(Gen.Elements<string>(["", .. Corpus.All])))
    );

    [Fact]
    public void TheTreeHoldsTheWholeSource() =>
        TextProperty.Holds(Texts, 5_000, text => Assert.Equal(text, SyntaxTree.Parse(text).ToString()));

    [Fact]
    public void EveryByteIsKept() =>
        TextProperty.Holds(
            Gen.Choose(0, 255).ListOf().Select(bytes => string.Concat(bytes.Select(b => (char)b))),
            2_000,
            text => AssertKeeps([.. text.Select(c => (byte)c)])
        );

    [Fact]
    public void TokensCoverTheSourceWithoutAGap() =>
        TextProperty.Holds(
            Texts,
            3_000,
            text =>
            {
                int position = 0;
                foreach (SyntaxToken token in SyntaxTree.Parse(text).Root.Tokens().Where(t => !t.IsMissing))
                {
                    Assert.Equal(position, token.LeadingStart);
                    Assert.InRange(token.Start, token.LeadingStart, text.Length);
                    position = token.End;
                }

                Assert.Equal(text.Length, position);
            }
        );

    [Fact]
    public void TriviaCoverWhatStandsBetweenTokens() =>
        TextProperty.Holds(
            Texts,
            2_000,
            text =>
            {
                var tree = SyntaxTree.Parse(text);
                Assert.All(
                    tree.Root.Tokens(),
                    token =>
                        Assert.Equal(
                            text[token.LeadingStart..token.Start],
                            string.Concat(
                                SyntaxTrivia.Before(token, tree.Source).Select(t => tree.Source.ToString(t.Span))
                            )
                        )
                );
            }
        );

    [Fact]
    public void SpansOfNodesAreOrderedAndNested() =>
        TextProperty.Holds(Texts, 3_000, text => AssertNested(SyntaxTree.Parse(text).Root));

    [Fact]
    public void FindingsLieInTheSource() =>
        TextProperty.Holds(
            Texts,
            3_000,
            text =>
            {
                foreach (Diagnostic diagnostic in SyntaxTree.Parse(text).Diagnostics)
                {
                    Assert.All(
                        [diagnostic.Primary, .. diagnostic.Secondary],
                        label => AssertInside(label.Place.Span, 0, text.Length)
                    );
                    foreach (CodeFix fix in diagnostic.Fixes)
                    {
                        int position = 0;
                        foreach (TextEdit edit in fix.Edits)
                        {
                            AssertInside(edit.Span, position, text.Length);
                            position = edit.Span.End;
                        }
                    }
                }
            }
        );

    private static void AssertKeeps(byte[] bytes)
    {
        var source = SourceText.FromBytes(bytes);
        Assert.Equal(bytes, source.ToBytes());
        Assert.Equal(source.Text, SyntaxTree.Parse(source).ToString());
    }

    private static void AssertNested(SyntaxNode node)
    {
        int position = node.Span.Start;
        foreach (SyntaxElement child in node.Children)
        {
            TextSpan span = child.Node?.Span ?? child.Token.Span;
            AssertInside(span, position, node.Span.End);
            position = span.End;
            if (child.Node is not null)
            {
                AssertNested(child.Node);
            }
        }
    }

    private static void AssertInside(TextSpan span, int start, int end)
    {
        Assert.InRange(span.Start, start, end);
        Assert.InRange(span.End, span.Start, end);
    }
}
