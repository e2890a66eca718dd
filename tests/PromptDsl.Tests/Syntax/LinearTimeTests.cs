using System.Diagnostics;
using System.Text;
using PromptDsl.Syntax;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Syntax;

/// <summary>
/// No text takes more time than its length allows: four times the text takes about four times as long.
/// Times below the floor say nothing on a machine that does other work as well.
/// </summary>
[Collection(nameof(TimedCollection))]
public sealed class LinearTimeTests
{
    private const int Size = 256 * 1024;
    private const int Factor = 8;
    private const int Attempts = 4;

    private static readonly TimeSpan Floor = TimeSpan.FromSeconds(1);

    public static TheoryData<string, string> Repeated =>
        new()
        {
            { "", "[" },
            { "", "{" },
            { "", "}" },
            { "", "\"" },
            { "", "${" },
            { "", "-" },
            { "", "- " },
            { "", ":" },
            { "", ";" },
            { "", "'" },
            { "", "' " },
            { "", "\u300C" },
            { "", "\u201C " },
            { "", "# " },
            { "", "/" },
            { "", "a{}," },
            { "", "a:\n - b\n" },
            { "", "a:\n b:\n" },
            { "", "a = b c, it's\n" },
            { "", "<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\n" },
            { "", "<<<<<<< ours\n" },
            { "", "=======\n" },
            { "", "\uD83C " },
            { "", "\u202E" },
            { "", "\u00A0" },
            { "a: ", "[" },
            { "a: ", "a." },
            { "a: ", "b, " },
            { "a: \"", "${" },
            { "a: \"", "\\u{" },
            { "a: \"\"\"", "\"\" " },
            { "a: \"\"\"\n", " ${b}\n" },
            { "", "a: \"\"\"\n" },
            { "", "a: \"\"\"\n b \"\"\"\n" },
            { "a: \"\"\"\nb", " " },
            { "a: \"\"\"\n", "b {" },
            { "a: [", "{}, " },
            { "a: [", "{ b: [" },
            { "a: [", "[],\n" },
            { "a: [", "b c " },
            { "a: [", "b\n" },
            { "a { ", "b {}, " },
            { "a { ", "b: 1; " },
            { "a {\n", "b: c, d: [],\n" },
            { "{ ", "\"a\": 1, " },
            { "for [", "a, " },
        };

    [Theory]
    [MemberData(nameof(Repeated), DisableDiscoveryEnumeration = true)]
    public void RepeatedText(string before, string repeated) => AssertLinear(size => before + Repeat(repeated, size));

    [Fact]
    public void LongComment() => AssertLinear(size => $"/*{new string('x', size * 4)}*/");

    [Fact]
    public void ListsAfterAWideIndentation() =>
        AssertLinear(size => $"{new string(' ', size)}a: [{Repeat("[],", size)}]");

    [Fact]
    public void UnclosedBlocks() =>
        AssertLinear(size =>
        {
            var builder = new StringBuilder();
            for (int line = 0; builder.Length < size; line++)
            {
                builder.Append(' ', line % 50).Append("a {\n");
            }

            return builder.ToString();
        });

    [Fact]
    public void DeepIndentation() =>
        AssertLinear(size =>
        {
            var builder = new StringBuilder();
            for (int line = 0; builder.Length < size; line++)
            {
                builder.Append(' ', line).Append("a:\n");
            }

            return builder.ToString();
        });

    private static void AssertLinear(Func<int, string> text)
    {
        string small = text(Size);
        string large = text(Size * 4);
        TimeSpan one = TimeSpan.MaxValue;
        TimeSpan four = TimeSpan.MaxValue;

        // What takes too long for its length does so every time; what was interrupted does not.
        for (int attempt = 0; attempt < Attempts && !IsLinear(one, four); attempt++)
        {
            one = Measure(small);
            four = Measure(large);
        }

        Assert.True(IsLinear(one, four), $"{one} for a text, {four} for one four times as long");
    }

    private static bool IsLinear(TimeSpan one, TimeSpan four) =>
        four < Floor || (four < TimeSpan.MaxValue && four / Factor < one);

    private static TimeSpan Measure(string text)
    {
        long start = Stopwatch.GetTimestamp();
        var tree = SyntaxTree.Parse(text);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        Assert.Equal(text.Length, tree.Root.Span.End);
        return time;
    }

    private static string Repeat(string text, int size) =>
        new StringBuilder(size + text.Length).Insert(0, text, size / text.Length).ToString();
}
