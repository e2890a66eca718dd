using System.Collections.Immutable;
using System.Diagnostics;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Linting.Lexicon;
using PromptDsl.Tests.Infrastructure;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Linting;

/// <summary>
/// No rule takes more time than the length of a text allows: four times the text takes about four times as
/// long. Times below the floor say nothing on a machine that does other work as well.
/// </summary>
[Collection(nameof(TimedCollection))]
public sealed class LintScaleTests
{
    private const int TextSize = 32 * 1024;
    private const int Factor = 10;

    private static readonly Linter Linter = new(LintOptions.Default);

    private static readonly TimeSpan Floor = TimeSpan.FromSeconds(2);

    /// <summary>Texts that are one long sentence, or nothing but what some rule looks for.</summary>
    public static TheoryData<string> Texts =>
        [
            "a small lamp with a red shade and ",
            "no suitable lamp, not dark \"appropriate\" ",
            "without people or dogs and ",
            "dark and bright and ",
            "dark scene, bright scene, ",
            "remove the car and replace it, then add a dog ",
            "a photo of a beach with a watercolor of a fox ",
            "the sign says 'open' ",
            "12 3 ",
            "((dark:1.3), [bright] {",
            "--ar 16:9 --v 6 ",
            "1920x1080 ",
            "<div>{{",
            "a\u0430b ",
            "\u200b\u00a0",
            "\"'",
            "a-",
            "어두운 방과 밝은 장면 ",
            "사람 없이 개 세 마리와 ",
            "글자가 없는 '간판'에 ",
            "그린 수채화풍의 ",
            "x",
        ];

    public static TheoryData<string> Sets => [.. PromptLexicon.BuiltIn.Sets.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Long_texts(string repeated) => AssertLinear(repeated);

    [Theory]
    [MemberData(nameof(Sets), DisableDiscoveryEnumeration = true)]
    public void Texts_of_the_words_of_a_set(string set) =>
        AssertLinear(
            string.Concat(
                PromptLexicon
                    .BuiltIn.Sets.Single(s => s.Name == set)
                    .Terms.Select(t => t.Pattern.TrimEnd('~', '+', '*').Replace('#', '7') + " ")
            )
        );

    private static void AssertLinear(string repeated)
    {
        TimeSpan one = Measure(Repeat(repeated, TextSize));
        TimeSpan four = Measure(Repeat(repeated, TextSize * 4));
        Assert.True(four < Floor || four < one * Factor, $"{one} for a text, {four} for one four times as long");
    }

    private static TimeSpan Measure(string text)
    {
        long start = Stopwatch.GetTimestamp();
        ImmutableArray<Diagnostic> found = Linter.LintText(SourceText.FromString(text));
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        Assert.DoesNotContain(found, d => d.Name == "rule-failed");
        return time;
    }

    private static string Repeat(string text, int size) =>
        string.Concat(Enumerable.Repeat(text, size / text.Length + 1));
}
