namespace PromptDsl.Cli.Tests.Infrastructure;

/// <summary>How a run ended.</summary>
internal sealed record CliResult(int Code, string Out, string Error)
{
    /// <summary>Everything, for assertions that should show all of it when they fail.</summary>
    public override string ToString() => $"code {Code}\n--- out\n{Out}\n--- error\n{Error}";
}
