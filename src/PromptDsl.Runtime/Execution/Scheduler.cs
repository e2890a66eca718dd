namespace PromptDsl.Runtime.Execution;

/// <summary>Runs each of many things after those that it needs, and everything else side by side.</summary>
internal static class Scheduler
{
    /// <summary>Runs all of them.</summary>
    /// <param name="nodes">The things, each after those that it needs.</param>
    /// <param name="needs">What a thing needs.</param>
    /// <param name="run">Runs a thing, given what became of those that it needs, in their order.</param>
    /// <returns>What became of them, in their order.</returns>
    public static Task<TResult[]> RunAsync<TNode, TResult>(
        IEnumerable<TNode> nodes,
        Func<TNode, IEnumerable<TNode>> needs,
        Func<TNode, TResult[], Task<TResult>> run
    )
        where TNode : notnull
    {
        var running = new Dictionary<TNode, Task<TResult>>();
        var all = new List<Task<TResult>>();
        foreach (TNode node in nodes)
        {
            Task<TResult> task = RunAfterAsync(node, Task.WhenAll(needs(node).Select(n => running[n])), run);
            running.Add(node, task);
            all.Add(task);
        }

        return Task.WhenAll(all);
    }

    private static async Task<TResult> RunAfterAsync<TNode, TResult>(
        TNode node,
        Task<TResult[]> needed,
        Func<TNode, TResult[], Task<TResult>> run
    )
    {
        TResult[] results = await needed.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        return await run(node, results);
    }
}
