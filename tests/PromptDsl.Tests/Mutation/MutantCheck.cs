using PromptDsl.Diagnostics;
using PromptDsl.Formatting;
using PromptDsl.Semantics;
using PromptDsl.Tests.Infrastructure;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Mutation;

/// <summary>What holds for every file, whatever its bytes.</summary>
internal static class MutantCheck
{
    public static void Check(Sample sample, byte[] bytes)
    {
        SourceText source = SourceText.FromBytes(bytes, sample.Path);
        Assert.True(source.ToBytes().AsSpan().SequenceEqual(bytes), "the bytes are not kept");

        CompilationResult result = sample.Compile(source);
        Assert.Equal(source.Text, result.Tree.ToString());
        foreach (Diagnostic diagnostic in result.Diagnostics)
        {
            Assert.All(diagnostic.Secondary.Prepend(diagnostic.Primary), label => CheckPlace(label.Place));
            Assert.All(diagnostic.Fixes, fix => CheckEdits(fix, diagnostic.Source));
        }

        bool isPicture = result is { Succeeded: true, Role: FileRole.Picture };
        Assert.Equal(isPicture, !result.Builds.IsEmpty);
        Assert.All(result.Builds, build => Assert.NotEmpty(build.Stages));
        CheckFormat(sample, source, result);
    }

    private static void CheckPlace(SourceSpan place)
    {
        Assert.InRange(place.Span.Start, 0, place.Source.Length);
        Assert.InRange(place.Span.Length, 0, place.Source.Length - place.Span.Start);
    }

    private static void CheckEdits(CodeFix fix, SourceText source)
    {
        int position = 0;
        foreach (TextEdit edit in fix.Edits)
        {
            CheckPlace(new SourceSpan(source, edit.Span));
            Assert.True(edit.Span.Start >= position, $"the edits of “{fix.Title}” overlap");
            position = edit.Span.End;
        }
    }

    private static void CheckFormat(Sample sample, SourceText source, CompilationResult result)
    {
        FormatResult formatted = Formatter.Format(result.Tree);
        if (!formatted.IsFormattable)
        {
            Assert.Equal(source.Text, formatted.Text);
            return;
        }

        Assert.Equal(formatted.Text, Formatter.Format(formatted.Text).Text);
        Assert.Equal(CompiledText.Of(result), CompiledText.Of(sample.Compile(formatted.Text)));
    }
}
