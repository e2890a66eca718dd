using System.Globalization;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Programs;

/// <summary>What holds for every example and every case: layout, source map, requests, and no influence from outside.</summary>
public sealed class InvariantTests
{
    private static readonly string[] Cultures = ["tr-TR", "ko-KR", "ar-SA", "de-DE", "fa-IR", "sv-SE"];

    [Fact]
    public void Every_example_and_case_keeps_the_invariants() =>
        Assert.All(Sample.All.Where(s => s.Compile().Succeeded), Invariants.Check);

    [Fact]
    public void The_culture_changes_nothing()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        string[] expected = [.. Sample.All.Select(Everything)];
        try
        {
            foreach (CultureInfo other in Cultures.Select(TryGet).OfType<CultureInfo>().Append(Hostile()))
            {
                CultureInfo.CurrentCulture = other;
                CultureInfo.CurrentUICulture = other;
                Assert.All(Sample.All.Select((s, i) => (s, i)), p => Assert.Equal(expected[p.i], Everything(p.s)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = culture;
        }
    }

    [Fact]
    public void Many_threads_at_once_give_the_same()
    {
        string[] expected = [.. Sample.All.Select(Everything)];
        Parallel.For(
            0,
            expected.Length * 4,
            i => Assert.Equal(expected[i % expected.Length], Everything(Sample.All[i % expected.Length]))
        );
    }

    /// <summary>What is sent and what is reported.</summary>
    private static string Everything(Sample sample)
    {
        CompilationResult result = sample.Compile();
        IEnumerable<string> findings = result.Diagnostics.Select(d => $"{d} {d.Help}");
        return $"{CompiledText.Of(result)}\n{string.Join('\n', findings)}";
    }

    /// <summary>A culture by name, or null where the system has no data about cultures.</summary>
    private static CultureInfo? TryGet(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A culture that writes every number in another way; there is one on every system.</summary>
    private static CultureInfo Hostile()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = "٫";
        culture.NumberFormat.NumberGroupSeparator = "'";
        culture.NumberFormat.NegativeSign = "−";
        culture.NumberFormat.PercentSymbol = "٪";
        return culture;
    }
}
