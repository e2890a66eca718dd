using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Execution;

public sealed class RetryTests : IDisposable
{
    private const string Cabin = "subject \"a cabin\"";

    private readonly RunLab _lab = new();

    [Fact]
    public async Task A_request_is_sent_again_after_the_wait_that_the_server_asks_for()
    {
        FailWith(
            new ProviderFailure(FailureKind.RateLimited, "Slow down.") { RetryAfter = TimeSpan.FromSeconds(20) },
            times: 2
        );

        RunResult result = await _lab.RunAsync(Cabin);

        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.Equal(3, _lab.Provider.Sent.Count);
        Assert.Equal([20, 20], _lab.Events.Of<NodeRetrying>().Select(r => r.Delay.TotalSeconds));
        Assert.True(_lab.Time.Waits.Aggregate(TimeSpan.Zero, (a, b) => a + b) >= TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_request_whose_answer_was_lost_is_sent_again_once_and_recorded()
    {
        FailWith(Lost, times: 10);

        RunResult result = await _lab.RunAsync(Cabin);

        Assert.Equal(2, _lab.Provider.Sent.Count);
        RunFailure failure = Assert.Single(result.Failures);
        Assert.Equal(FailureKind.OutcomeUnknown, failure.Provider?.Kind);
        Assert.Equal(2, failure.Attempts);
        IEnumerable<JournalRecord> records = _lab.Store.Read(result.RunId).Records;
        Assert.Equal(2, records.OfType<SendingIntended>().Count());
        Assert.All(records.OfType<SendingFailed>(), r => Assert.True(r.MayHaveBeenPaid));

        RunResult resumed = await _lab.RunAsync(Cabin, _lab.Options with { Resume = result.RunId });

        Assert.Equal(RunFailureKind.OutcomeUnknown, Assert.Single(resumed.Failures).Kind);
        Assert.Equal(2, _lab.Provider.Sent.Count);
    }

    [Fact]
    public async Task A_request_whose_answer_was_lost_is_not_sent_again_where_that_is_not_wanted()
    {
        FailWith(Lost, times: 1);
        RunOptions careful = _lab.Options with { Retry = RetryPolicy.Default with { RepeatsUnknownOutcome = false } };

        RunResult result = await _lab.RunAsync(Cabin, careful);

        Assert.Equal(RunStatus.Failed, result.Status);
        Assert.Single(_lab.Provider.Sent);
    }

    [Fact]
    public async Task A_picture_that_is_none_is_not_taken_for_one()
    {
        _lab.Provider.Script = async (request, call) =>
            call == 1
                ? new ProviderAnswer
                {
                    Pictures = [await TestPictures.WriteAsync(request.Folder, "0.png", TestPictures.Next()[..40])],
                }
                : null;

        RunResult result = await _lab.RunAsync(Cabin);

        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.Equal(FailureKind.MalformedAnswer, Assert.Single(_lab.Events.Of<NodeRetrying>()).Kind);
        Assert.Equal(2, _lab.Provider.Sent.Count);
    }

    [Fact]
    public async Task What_a_provider_says_and_does_not_have_is_not_believed()
    {
        _lab.Provider.Script = async (request, call) =>
        {
            PictureFile picture = await TestPictures.WriteAsync(request.Folder, "0.png", TestPictures.Next());
            return new ProviderAnswer { Pictures = [picture with { Sha256 = new string('0', 64) }] };
        };

        RunResult result = await _lab.RunAsync(Cabin);

        Assert.Contains("not on disk as it came", Assert.Single(result.Failures).Message, StringComparison.Ordinal);
        Assert.Empty(_lab.Folder.Files("out"));
    }

    public void Dispose() => _lab.Dispose();

    private static ProviderFailure Lost =>
        new(FailureKind.OutcomeUnknown, "The connection was cut.") { MayHaveBeenPaid = true };

    private void FailWith(ProviderFailure failure, int times) =>
        _lab.Provider.Script = (_, call) => Task.FromResult<ProviderOutcome?>(call <= times ? failure : null);
}
