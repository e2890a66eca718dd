using PromptDsl.Compilation.Dialects;
using PromptDsl.Formatting;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Limits;

/// <summary>
/// From one statement to what is sent, eight times the declarations take about eight times the time and the
/// memory. Times are those of the processor, the best of several, and are compared with each other.
/// </summary>
[Collection(nameof(TimedCollection))]
public sealed class GrowthTests
{
    private const int Growth = 8;
    private const int Attempts = 12;

    /// <summary>What is quadratic takes up to 64 times as long; caches that are too small and collections double a time.</summary>
    private const int MostTime = Growth * 5 / 2;

    /// <summary>Allocations do not depend on the machine; hash tables grow in steps.</summary>
    private const double MostMemory = Growth * 1.5;

    /// <summary>Times below it say nothing.</summary>
    private static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(100);

    private static readonly CompilerOptions Korean = new() { Locale = "ko", Dialect = new LabeledDialect() };

    private static readonly CompilerOptions Json = new() { Dialect = new JsonDialect() };

    /// <summary>Files of a number of declarations, and how many the limits allow.</summary>
    private static readonly Dictionary<string, (int Most, Func<int, string> Text)> Files = new(StringComparer.Ordinal)
    {
        ["objects"] = (9600, n => Details(n, i => $"object o{i} \"o{i}\"")),
        ["objects that need their names"] = (4800, n => Details(n, i => $"object o{i} \"thing\" {{ next-to: o{n} }}")),
        ["objects that place the next"] = (4800, n => Details(n, i => $"object o{i} \"o{i}\" {{ on: o{i % n + 1} }}")),
        ["objects with unknown relations"] = (4800, n => Details(n, i => $"object o{i} \"o{i}\" {{ on: x{i} }}")),
        ["texts"] = (9600, n => Details(n, i => $"text t{i} \"Word {i}\"")),
        ["regions"] = (4800, n => Details(n, i => $"region r{i} {{ object o{i} \"o{i}\" }}")),
        ["callouts"] = (
            4800,
            n => Details(n, i => $"callout \"Label {i}\" {{ target: c }}") + "details { object c \"c\" }"
        ),
        ["rows"] = (9600, n => $"details {{ table {{ {Lines(n, i => $"row \"r{i}\" [{i}]")} }} }}"),
        ["references"] = (4800, n => Lines(n, i => $"reference r{i} \"r{i}.png\" {{ role: style }}")),
        ["parameters"] = (9600, n => Lines(n, i => $"param p{i}: text = \"v\"") + $"subject: \"{Slots(n, "p")}\""),
        ["unknown names"] = (9600, n => Lines(n, i => $"param p{i}: text = \"v\"") + $"subject: \"{Slots(n, "q")}\""),
        ["definitions"] = (
            4800,
            n => Lines(n, i => $"define object d{i} \"d{i}\"") + Details(n / 2, i => $"object o{i} {{ include d{i} }}")
        ),
        ["a definition over what is there"] = (
            3200,
            n => $"define details d {{ {Lines(n, i => $"object o{i} \"o{i}\"")} }}\ndetails {{ include d, include d }}"
        ),
        ["rounds of a loop"] = (
            4800,
            n => $"details {{ for i in [{List(n, i => $"{i}")}] {{ object \"o-${{i}}\" \"o\" }} }}"
        ),
        ["things that are kept"] = (
            9600,
            n => Details(n, i => $"object o{i} \"o{i}\"") + "stage a\nstage b { change: \"x\" }"
        ),
        ["items of lists"] = (
            40_000,
            n => $"negatives: [{List(n, i => $"\"n{i}\"")}]\nstyle {{ palette: [{List(n, _ => "#FFF")}] }}"
        ),
        ["stages"] = (248, n => "stage s0\n" + Lines(n, i => $"stage s{i} {{ change: \"x\" }}")),
        ["imports"] = (
            248,
            n => Lines(n, i => $"use \"m{i}.imgp\" as m{i}") + $"style {{ palette: [{List(n, i => $"m{i}.c")}] }}"
        ),
        ["builds"] = (248, n => $"param p: text = \"x\"\nvary p [{List(n, i => $"\"v{i}\"")}]\nsubject: \"${{p}}\""),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Declarations(string name)
    {
        (int most, Func<int, string> text) = Files[name];
        string small = text(most / Growth);
        string large = text(most);
        AssertGrowth(() => Process(small), () => Process(large));
    }

    private static void Process(string text)
    {
        var files = new MemoryFiles();
        for (int i = 1; i <= 248; i++)
        {
            files[$"m{i}.imgp"] = "define color c #FFF\n";
        }

        var compiler = new PromptCompiler(files);
        compiler.Compile(text);
        compiler.Compile(text, Korean);
        compiler.Compile(text, Json);
        Formatter.Format(text);
    }

    private static void AssertGrowth(Action small, Action large)
    {
        // The first call compiles code and fills caches.
        small();
        double memory = (double)Allocated(large) / Allocated(small);
        Assert.True(memory < MostMemory, $"{memory:F1} times the memory for {Growth} times the declarations");

        TimeSpan one = TimeSpan.MaxValue;
        TimeSpan eight = TimeSpan.MaxValue;
        for (int attempt = 0; attempt < Attempts && !IsFast(one, eight); attempt++)
        {
            one = Shorter(one, Measure(small));
            eight = Shorter(eight, Measure(large));
        }

        Assert.True(IsFast(one, eight), $"{one} for some declarations, {eight} for {Growth} times as many");
    }

    private static bool IsFast(TimeSpan one, TimeSpan eight) =>
        eight < Floor || (eight < TimeSpan.MaxValue && eight / MostTime < one);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Measure(Action action)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        action();
        return Environment.CpuUsage.TotalTime - before;
    }

    private static long Allocated(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Details(int count, Func<int, string> statement) =>
        $"details {{\n{Lines(count, statement)}}}\n";

    private static string Lines(int count, Func<int, string> statement) =>
        string.Concat(Enumerable.Range(1, count).Select(i => statement(i) + "\n"));

    private static string List(int count, Func<int, string> item) =>
        string.Join(", ", Enumerable.Range(1, count).Select(item));

    private static string Slots(int count, string prefix) =>
        string.Concat(Enumerable.Range(1, count).Select(i => $"${{{prefix}{i}}} "));
}
