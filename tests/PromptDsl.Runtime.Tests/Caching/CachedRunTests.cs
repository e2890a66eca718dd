using System.Collections.Immutable;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Caching;

public sealed class CachedRunTests : IDisposable
{
    private const string Cabin = """
        subject "a cabin"
        stage layout { variants: 2 }
        stage mood { change: "add mist" }
        """;

    private readonly RunLab _lab = new();

    [Fact]
    public async Task A_second_run_sends_nothing_and_its_forecast_says_so()
    {
        _lab.Cache = _lab.NewCache();
        RunResult first = await _lab.RunAsync(Cabin);
        _lab.Cache = _lab.NewCache();

        RunResult second = await _lab.RunAsync(Cabin);

        Assert.Equal(2, _lab.Provider.Sent.Count);
        Assert.Equal(0, second.Forecast.Requests);
        Assert.Equal(2, second.Forecast.Reused);
        Assert.All(second.Nodes, n => Assert.Equal(NodeStatus.Reused, n.Status));
        Assert.Equal(Hashes(first), Hashes(second));
        Assert.All(_lab.Events.Of<NodeReused>(), e => Assert.Equal(ReuseSource.Cache, e.Source));
    }

    [Fact]
    public async Task A_forecast_counts_what_is_in_the_cache_and_sends_nothing()
    {
        _lab.Cache = _lab.NewCache();
        await _lab.RunAsync(Cabin, _lab.Options with { Until = "layout" });
        List<string> files = _lab.Folder.Files("");

        RunForecast forecast = await _lab.NewRunner()
            .ForecastAsync([_lab.Source(Cabin)], _lab.Options, TestContext.Current.CancellationToken);

        Assert.Equal((1, 1), (forecast.Reused, forecast.Requests));
        Assert.Single(_lab.Provider.Sent);
        Assert.Equal(files, _lab.Folder.Files(""));
    }

    [Fact]
    public async Task The_forecast_of_a_run_that_is_resumed_counts_what_it_has()
    {
        RunResult first = await _lab.RunAsync(Cabin, _lab.Options with { Until = "layout" });

        RunForecast forecast = await _lab.NewRunner()
            .ForecastAsync(
                [_lab.Source(Cabin)],
                _lab.Options with
                {
                    Resume = first.RunId,
                },
                TestContext.Current.CancellationToken
            );

        Assert.Equal((1, 1), (forecast.Reused, forecast.Requests));
    }

    [Fact]
    public async Task A_run_that_goes_on_keeps_what_it_took_from_the_cache_whatever_became_of_that()
    {
        _lab.Cache = _lab.NewCache();
        await _lab.RunAsync(Cabin);
        RunResult second = await _lab.RunAsync(Cabin.Replace("mist", "rain", StringComparison.Ordinal));
        Directory.Delete(_lab.Folder["cache"], recursive: true);
        _lab.Cache = _lab.NewCache();

        RunResult resumed = await _lab.RunAsync(
            Cabin.Replace("mist", "snow", StringComparison.Ordinal),
            _lab.Options with
            {
                Resume = second.RunId,
            }
        );

        Assert.Equal(["layout", "mood", "mood", "mood"], _lab.Provider.SentStages);
        Assert.Equal(Hashes(second).Take(2), Hashes(resumed).Take(2));
        Assert.Equal(1, resumed.Forecast.Requests);
    }

    [Fact]
    public async Task Variants_asked_for_one_by_one_are_different_pictures_in_the_cache_too()
    {
        const string Conversation = "subject \"a cabin\"\ntechnical { via: responses }\nstage a { variants: 4 }";
        _lab.Cache = _lab.NewCache();
        RunResult first = await _lab.RunAsync(Conversation);
        RunResult second = await _lab.RunAsync(Conversation);

        Assert.Equal(4, Hashes(first).Distinct().Count());
        Assert.Equal(Hashes(first), Hashes(second));
        Assert.Equal(4, _lab.Provider.Sent.Count);
    }

    [Fact]
    public async Task Without_the_cache_it_is_asked_again_and_the_answer_replaces_the_entry()
    {
        _lab.Cache = _lab.NewCache();
        RunResult first = await _lab.RunAsync(Cabin);
        RunResult asked = await _lab.RunAsync(Cabin, _lab.Options with { NoCache = true });
        RunResult third = await _lab.RunAsync(Cabin);

        Assert.NotEqual(Hashes(first), Hashes(asked));
        Assert.Equal(Hashes(asked), Hashes(third));
        Assert.Equal(4, _lab.Provider.Sent.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_request_serves_all_stages_that_send_the_same(bool hasCache)
    {
        _lab.Cache = hasCache ? _lab.NewCache() : null;
        ImmutableArray<RunSource> sources =
        [
            .. Enumerable.Range(0, 20).Select(i => _lab.Source("subject \"a cabin\"", $"{i}.imgp")),
        ];

        RunResult result = await _lab.RunAsync(sources, null, TestContext.Current.CancellationToken);

        Assert.Single(_lab.Provider.Sent);
        Assert.Single(Hashes(result).Distinct());
        Assert.Equal(20, result.Nodes.Sum(n => n.Pictures.Length));
    }

    [Fact]
    public async Task Two_runs_at_once_on_one_folder_make_one_request()
    {
        var bothAreThere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using RunLab other = new() { Folder = _lab.Folder, Provider = _lab.Provider };
        _lab.Cache = _lab.NewCache();
        other.Cache = other.NewCache();
        _lab.Provider.Work = token => bothAreThere.Task.WaitAsync(token);
        _lab.Events.Then = other.Events.Then = happened =>
        {
            if (happened is NodeWaiting { Reason: WaitReason.SameRequest })
            {
                bothAreThere.TrySetResult();
            }
        };

        RunResult[] results = await Task.WhenAll(
            _lab.RunAsync("subject \"a cabin\""),
            other.RunAsync("subject \"a cabin\"")
        );

        Assert.Single(_lab.Provider.Sent);
        Assert.Equal(Hashes(results[0]), Hashes(results[1]));
        Assert.NotEqual(results[0].RunId, results[1].RunId);
    }

    [Fact]
    public async Task The_bytes_of_an_input_picture_are_part_of_the_key_and_its_name_is_not()
    {
        _lab.Cache = _lab.NewCache();
        await TestPictures.WriteAsync(_lab.Folder.Path, "a.png", TestPictures.Next());
        File.Copy(_lab.Folder["a.png"], _lab.Folder["b.png"]);

        await _lab.RunAsync("change: \"add mist\"\nreference r \"a.png\"");
        await _lab.RunAsync("change: \"add mist\"\nreference r \"b.png\"");
        Assert.Single(_lab.Provider.Sent);

        await TestPictures.WriteAsync(_lab.Folder.Path, "b.png", TestPictures.Next());
        await _lab.RunAsync("change: \"add mist\"\nreference r \"b.png\"");
        Assert.Equal(2, _lab.Provider.Sent.Count);
    }

    public void Dispose() => _lab.Dispose();

    private static IEnumerable<string> Hashes(RunResult result) =>
        result.Nodes.SelectMany(n => n.Pictures).Select(p => p.Sha256);
}
