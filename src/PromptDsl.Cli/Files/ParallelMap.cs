using System.Runtime.ExceptionServices;

namespace PromptDsl.Cli.Files;

/// <summary>Does the same for many items on all processors, with the results in the order of the items.</summary>
internal static class ParallelMap
{
    /// <summary>The results; of several that fail, the first item decides what is thrown.</summary>
    /// <exception cref="OperationCanceledException">The user asked to stop.</exception>
    public static List<TResult> Run<T, TResult>(
        IReadOnlyList<T> items,
        Func<T, TResult> work,
        CancellationToken cancellation
    )
    {
        var results = new TResult[items.Count];
        var failures = new ExceptionDispatchInfo?[items.Count];
        var options = new ParallelOptions
        {
            CancellationToken = cancellation,
            MaxDegreeOfParallelism = Environment.ProcessorCount,
        };
        Parallel.For(
            0,
            items.Count,
            options,
            i =>
            {
                try
                {
                    results[i] = work(items[i]);
                }
                catch (Exception e)
                {
                    failures[i] = ExceptionDispatchInfo.Capture(e);
                }
            }
        );
        Array.Find(failures, f => f is not null)?.Throw();
        return [.. results];
    }
}
