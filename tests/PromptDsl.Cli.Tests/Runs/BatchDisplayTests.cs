using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Running;
using PromptDsl.Cli.Terminal;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Targets.Prices;
using Xunit;

namespace PromptDsl.Cli.Tests.Runs;

/// <summary>What people see while a run waits for batches, which takes up to a day.</summary>
public sealed class BatchDisplayTests
{
    private static readonly RunEvent[] Day =
    [
        new RunStarted("run", "openai", "https://", false, 2, new RunForecast(2, 2, 0, PriceRange.Zero)),
        new BatchSubmitted("batch_1", 2),
        Polled(0),
        Polled(0),
        Polled(0) with
        {
            Problem = "No connection to 127.0.0.1:1: refused.",
        },
        Polled(1),
        Polled(1),
    ];

    private readonly FakeHost _host = new(Path.GetTempPath());

    [Fact]
    public void A_log_says_what_changed_and_what_is_wrong()
    {
        using (var display = new PlainDisplay(Context()))
        {
            Array.ForEach(Day, display.Report);
        }

        Assert.Equal(
            """
            Batch batch_1: 2 requests handed in
            Batch batch_1: in progress, 0 of 2 done
            Batch batch_1: No connection to 127.0.0.1:1: refused
            Batch batch_1: in progress, 1 of 2 done

            """,
            _host.ErrorText,
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public void A_terminal_shows_how_far_each_batch_is()
    {
        _host.IsErrorTerminal = true;
        using (var display = new LiveDisplay(Context(), TimeProvider.System))
        {
            Array.ForEach(Day, display.Report);
        }

        Assert.EndsWith(
            "Batch batch_1: in progress, 1 of 2 done\e[K\n0 of 2 stages\e[K\n\e[J\e[?7h",
            _host.ErrorText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_terminal_that_is_gone_ends_no_run()
    {
        _host.Error = new GoneWriter();
        using var display = new LiveDisplay(Context(), TimeProvider.System);
        Array.ForEach(Day, display.Report);
        display.Pause();
    }

    private CommandContext Context() =>
        new(_host, new GlobalSettings(ColorChoice.Never, IsQuiet: false, Config: null, IsIsolated: true));

    private static BatchPolled Polled(int completed) => new("batch_1", "in_progress", 2, completed, 0);

    private sealed class GoneWriter : StringWriter
    {
        public override void Write(string? value) => throw new IOException("gone");
    }
}
