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
/// No rule takes more time than the length of a text or the number of declarations allows: four times as much
/// takes about four times as long. Times below the floors say nothing on a machine that does other work as well.
/// </summary>
[Collection(nameof(TimedCollection))]
public sealed class LintScaleTests
{
    private const int TextSize = 32 * 1024;
    private const int Factor = 10;

    private static readonly Linter Linter = new(LintOptions.Default);

    private const int ItemCount = 4000;
    private const int Tries = 3;

    private static readonly TimeSpan Floor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FloorOfDeclarations = TimeSpan.FromSeconds(0.3);

    /// <summary>Files of nothing but declarations of one kind, by how many there are; a list holds more than a block.</summary>
    private static readonly Dictionary<string, Func<int, string>> Files = new(StringComparer.Ordinal)
    {
        ["counted objects"] = n =>
            Details(n / 4, i => $"object o{i} \"three red umbrellas, {Often("7 ")}\" {{ count: 3 }}"),
        ["coloured objects"] = n =>
            "negatives: [\"red\"]\n"
            + Details(n / 4, i => $"object o{i} \"an umbrella, {Often("blue, ")}\" {{ color: \"blue\" }}"),
        ["objects at one place"] = n =>
            $"details {{ object a \"a dog\" {{ at: left, next-to: {Items(n / 4, i => $"o{i}")} }} }}\n"
            + Details(n / 4, i => $"object o{i} \"a dog\" {{ at: left }}"),
        ["a chain of objects"] = n =>
            Details(n / 4, i => $"object o{i} \"a cup\" {{ left-of: o{i + 1} }}")
            + $"details {{ object o{n / 4} \"a cup\" {{ at: left }} }}\n",
        ["a circle of objects"] = n =>
            Details(n / 4, i => $"object o{i} \"a cup\" {{ left-of: o{(i + 1) % (n / 4)} }}"),
        ["pairs of objects"] = n => Details(n / 8 * 2, i => $"object o{i} \"a cup\" {{ left-of: o{i ^ 1} }}"),
        ["objects left of the edge"] = n =>
            "details { object wall \"a wall\" { at: left } }\n"
            + Details(n / 4, i => $"object o{i} \"a cup\" {{ left-of: wall }}"),
        ["objects inside and beside"] = n =>
            "details { object box \"a box\" }\n"
            + Details(n / 6, i => $"object o{i} \"a cup\" {{ inside: box, left-of: box }}"),
        ["coloured texts"] = n =>
            "style { palette { background: \"white\" } }\n"
            + Details(n / 6, i => $"text \"Word {i}\" {{ color: \"white\", font: \"{Often("white, ")}\" }}"),
        ["outlined texts"] = n =>
            "style { palette { background: \"white\" } }\ntechnical { quality: low, aspect: 3:2, via: responses }\n"
            + Details(n / 6, i => $"text \"Word {i}\" {{ color: \"white\", font: \"serif, {Often("outline, ")}\" }}"),
        ["regions with negatives"] = n =>
            Details(n / 6, i => $"region r{i} \"a room\" {{ negatives: [\"dogs\"], object o{i} \"a cat\" }}"),
        ["negatives and objects"] = n =>
            $"negatives: {Items(n, i => $"\"gizmo{i}\"")}\n" + Details(n / 4, i => $"object o{i} \"a red cup, {i}\""),
        ["negatives of an area"] = n =>
            $"details {{ region r \"a room\" {{ negatives: {Items(n, _ => "\"dogs\"")} }} }}\n"
            + Details(n / 4, i => $"object o{i} \"a dog\""),
        ["negatives of lettering"] = n =>
            $"negatives: {Items(n, _ => "\"text\"")}\n" + Details(n / 4, i => $"object o{i} \"a cat\""),
        ["negatives of colours"] = n =>
            $"negatives: {Items(n, _ => "\"red\"")}\nstyle {{ palette: {Items(n, _ => "\"blue\"")} }}\n",
        ["negatives of parts"] = n => $"subject: \"an otter\"\nnegatives: {Items(n, _ => "\"tusks\"")}\n",
        ["moods"] = n => $"style {{ mood: {Items(n, _ => "\"calm\"")} }}\n",
        ["a palette in one colour"] = n =>
            $"style {{ medium: \"black-and-white photograph\", palette: {Items(n, _ => "\"blue\"")} }}\n",
        ["changes and what is kept"] = n =>
            "subject: \"a dog\"\nstage one\n"
            + $"stage two {{ change: {Items(n, i => $"\"remove the wall {i}\"")}, keep: {Items(n, i => $"\"the door {i}\"")} }}\n",
        ["changes of nothing"] = n =>
            "subject: \"a dog\"\nstage one\n"
            + $"stage two {{ change: {Items(n, _ => "\"remove the elephant\"")}, keep: [] }}\n",
        ["what is put in and taken out"] = n =>
            "subject: \"a dog\"\nstage one\n"
            + $"stage two {{ change: {Items(n, i => $"\"add a wall {i}\"")}, keep: [] }}\n"
            + $"stage three {{ change: {Items(n, i => $"\"remove the door {i}\"")}, keep: [] }}\n",
        ["characters of stages"] = n =>
            Lines(n / 64, i => $"stage s{i} {{ from: none, subject: \"Mina{i}, a girl with a scarf\" }}"),
        ["suppressions"] = n => Details(n / 4, i => $"object o{i} // promptc-ignore IMG3007: named elsewhere\n"),
        ["suppressions over lines"] = n =>
            Details(n / 8, i => $"object o{i} {{ // promptc-ignore IMG3007: named elsewhere\n  at: left\n}}"),
        ["codes of a suppression"] = n =>
            $"// promptc-ignore-file {string.Join(", ", Enumerable.Repeat("IMG3406", n).Prepend("IMG3002"))}: tried\nsubject: \"a harbour\"\n",
    };

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

    public static TheoryData<string> Declarations => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Declarations), DisableDiscoveryEnumeration = true)]
    public void Many_declarations(string kind)
    {
        (TimeSpan one, TimeSpan four) = (TimeSpan.Zero, TimeSpan.Zero);
        for (int round = 0; round < Tries && (round == 0 || four >= one * Factor); round++)
        {
            // Other tests run beside this one: what grows too fast does so every time.
            one = MeasureFile(Files[kind](ItemCount));
            four = MeasureFile(Files[kind](ItemCount * 4));
        }

        Assert.True(
            four < FloorOfDeclarations || four < one * Factor,
            $"{one} for {ItemCount} declarations, {four} for four times as many"
        );
    }

    // A prompt for the Responses API may have any length, so that the file compiles.
    private static TimeSpan MeasureFile(string text)
    {
        string technical = text.Contains("technical {", StringComparison.Ordinal)
            ? ""
            : "technical { aspect: 3:2, via: responses }\n";
        CompilationResult result = new PromptCompiler(new MemoryFiles()).Compile(
            SourceText.FromString(text + technical),
            CompilerOptions.Default
        );
        Assert.NotEmpty(result.Builds);
        return Enumerable.Range(0, Tries).Min(_ => MeasureOnce(result));
    }

    private static TimeSpan MeasureOnce(CompilationResult result)
    {
        long start = Stopwatch.GetTimestamp();
        ImmutableArray<Diagnostic> found = Linter.Check(result, CompilerOptions.Default).Diagnostics;
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        Assert.DoesNotContain(found, d => d.Name == "rule-failed");
        return time;
    }

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

    // Many words that a rule knows, beside the one that it looks for.
    private static string Often(string word) => string.Concat(Enumerable.Repeat(word, 20));

    private static string Details(int count, Func<int, string> thing) => $"details {{\n{Lines(count, thing)}}}\n";

    private static string Lines(int count, Func<int, string> line) =>
        string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));

    private static string Items(int count, Func<int, string> item) =>
        $"[{string.Join(", ", Enumerable.Range(0, count).Select(item))}]";

    private static string Repeat(string text, int size) =>
        string.Concat(Enumerable.Repeat(text, size / text.Length + 1));
}
