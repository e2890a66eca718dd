using System.Collections.Concurrent;
using PromptDsl.Runtime.Execution;
using Xunit;

namespace PromptDsl.Runtime.Tests.Execution;

public sealed class SchedulerTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Everything_runs_once_and_after_what_it_needs(int seed)
    {
        var random = new Random(seed);
        int count = random.Next(1, 60);
        int[][] needs = [.. Enumerable.Range(0, count).Select(n => RandomNeeds(random, n))];
        var order = new ConcurrentQueue<int>();

        int[] results = await Scheduler.RunAsync<int, int>(
            Enumerable.Range(0, count),
            n => needs[n],
            async (n, given) =>
            {
                Assert.Equal(needs[n], given);
                if (random.Next(2) == 0)
                {
                    await Task.Yield();
                }

                order.Enqueue(n);
                return n;
            }
        );

        Assert.Equal(Enumerable.Range(0, count), results);
        int[] ran = [.. order];
        Assert.Equal(count, ran.Distinct().Count());
        Assert.All(
            ran,
            n => Assert.All(needs[n], need => Assert.True(Array.IndexOf(ran, need) < Array.IndexOf(ran, n)))
        );
    }

    [Fact]
    public async Task What_does_not_depend_on_each_other_runs_side_by_side()
    {
        var both = new Barrier(2);

        bool[] met = await Scheduler.RunAsync<int, bool>(
            [0, 1],
            _ => [],
            (_, _) => Task.Run(() => both.SignalAndWait(TimeSpan.FromMinutes(1)))
        );

        Assert.Equal([true, true], met);
    }

    private static int[] RandomNeeds(Random random, int n) =>
        n == 0 ? [] : [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => random.Next(n)).Distinct()];
}
