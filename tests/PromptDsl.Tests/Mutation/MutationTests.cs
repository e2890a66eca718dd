using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using PromptDsl.Tests.Infrastructure;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Mutation;

/// <summary>
/// Broken files go through the whole pipeline: nothing throws, nothing hangs. The same mutants every
/// time; <c>PROMPTC_MUTANTS=200000</c> tries more.
/// </summary>
[Collection(nameof(TimedCollection))]
public sealed class MutationTests
{
    private const int UsualCount = 12_000;

    /// <summary>A thousand times what a mutant takes: this is about never ending, not about speed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable("PROMPTC_MUTANTS"), CultureInfo.InvariantCulture, out int count)
            ? count
            : UsualCount;

    [Fact]
    public void Mutants_of_every_file_go_through_the_pipeline()
    {
        var failures = new ConcurrentBag<string>();
        Parallel.For(
            0,
            Count,
            (seed, state) =>
            {
                if (Try(seed) is { } failure)
                {
                    failures.Add(failure);
                    if (failures.Count > 20)
                    {
                        state.Stop();
                    }
                }
            }
        );
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures.Order(StringComparer.Ordinal)));
    }

    private static string? Try(int seed)
    {
        var random = new Random(seed);
        Sample sample = Pick(random);
        byte[] mutant = new Mutator(random).Mutate(Bytes(sample), Bytes(Pick(random)));
        var watch = Stopwatch.StartNew();
        try
        {
            MutantCheck.Check(sample, mutant);
            return watch.Elapsed < Patience ? null : $"mutant {seed} of {sample} takes {watch.Elapsed}";
        }
#pragma warning disable CA1031 // Whatever is thrown is what the test looks for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"mutant {seed} of {sample}: {e}\n{SourceText.FromBytes(mutant).Text}";
        }
    }

    private static Sample Pick(Random random) => Sample.All[random.Next(Sample.All.Count)];

    private static byte[] Bytes(Sample sample) => Encoding.UTF8.GetBytes(sample.Text);
}
