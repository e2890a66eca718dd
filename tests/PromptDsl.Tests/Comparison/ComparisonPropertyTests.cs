using PromptDsl.Comparison;
using PromptDsl.Formatting;
using PromptDsl.Syntax;
using PromptDsl.Tests.Infrastructure;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Comparison;

/// <summary>What holds for every file.</summary>
public sealed class ComparisonPropertyTests
{
    [Fact]
    public void A_file_is_the_same_as_itself() => ForEach(text => text);

    [Fact]
    public void A_formatted_file_means_the_same() =>
        ForEach(text => SourceText.FromString(Formatter.Format(SyntaxTree.Parse(text)).Text, text.Path));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Statements_in_another_order_mean_the_same(int seed) =>
        ForEach(
            text => SourceText.FromString(StatementShuffler.Shuffle(SyntaxTree.Parse(text), seed), text.Path),
            onlyValid: true
        );

    [Fact]
    public void Another_text_anywhere_is_one_change_and_the_same_backwards()
    {
        int changed = 0;
        foreach ((MemoryFiles files, string path) in Corpus.Files)
        {
            SourceText text = files.Read(path);
            if (!new PromptCompiler(files).Compile(text).Succeeded)
            {
                continue;
            }

            foreach (StringSyntax literal in DescriptionsIn(SyntaxTree.Parse(text)))
            {
                int end = literal.Span.End - 1;
                SourceText other = SourceText.FromString(text.Text[..end] + " zebra" + text.Text[end..], path);
                if (!new PromptCompiler(files).Compile(other).Succeeded)
                {
                    continue;
                }

                PromptDiff diff = Compare(files, text, other);
                Assert.True(
                    diff.Changes.Length == 1,
                    $"{path}: {text.ToString(literal.Span)}\n{ComparisonPair.Show(diff)}"
                );
                Assert.Single(Compare(files, other, text).Changes);
                changed++;
            }
        }

        Assert.InRange(changed, 100, int.MaxValue);
    }

    /// <summary>Texts in <c>details</c>, also those of things that are there only with a flag.</summary>
    private static IEnumerable<StringSyntax> DescriptionsIn(SyntaxTree tree) =>
        tree
            .Root.Statements.OfType<BlockSyntax>()
            .Where(b => b.Kind == "details" && b.Body is not null)
            .SelectMany(b => b.Body!.Statements.OfType<BlockSyntax>())
            .Where(b => b.Kind is "object" or "text" or "region" or "callout")
            .Select(b => b.Operands.OfType<StringSyntax>().LastOrDefault())
            .OfType<StringSyntax>()
            .Where(s => !s.IsRaw && !s.HasSlots);

    private static void ForEach(Func<SourceText, SourceText> change, bool onlyValid = false)
    {
        foreach ((MemoryFiles files, string path) in Corpus.Files)
        {
            SourceText text = files.Read(path);
            if (onlyValid && !new PromptCompiler(files).Compile(text).Succeeded)
            {
                continue;
            }

            SourceText other = change(text);
            PromptDiff diff = Compare(files, text, other);
            Assert.True(diff.IsEmpty, $"{path}\n{ComparisonPair.Show(diff)}\n{other.Text}");
        }
    }

    private static PromptDiff Compare(MemoryFiles files, SourceText before, SourceText after)
    {
        var compiler = new PromptCompiler(files);
        return new VersionComparer(compiler, compiler).Compare(
            before,
            CompilerOptions.Default,
            after,
            CompilerOptions.Default
        );
    }
}
