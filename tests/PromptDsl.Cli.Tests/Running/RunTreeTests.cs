using System.Collections.Immutable;
using PromptDsl.Cli.Running;
using PromptDsl.Cli.Terminal;
using PromptDsl.Planning;
using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Targets.Prices;
using Xunit;

namespace PromptDsl.Cli.Tests.Running;

public sealed class RunTreeTests
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);

    private readonly RunTree _tree = new(Paint.None);

    [Fact]
    public void Stages_of_a_file_stand_below_it_and_a_picture_alone_on_its_line()
    {
        Start(3);
        Send(new("a.imgp", "", "layout"), 0);
        Send(new("b.imgp", "season=spring", ""), 1);
        Send(new("a.imgp", "", "mood"), 2);
        Assert.Equal(
            [
                "a.imgp",
                "  · layout  waits for the picture  5.0 s",
                "  · mood  waits for the picture  3.0 s",
                "· b.imgp · season=spring  waits for the picture  4.0 s",
                "0 of 3 stages",
            ],
            Rendered(5)
        );
    }

    [Fact]
    public void Batches_leave_room_for_stages_and_are_all_named_at_the_end()
    {
        Start(1);
        for (int i = 0; i < 30; i++)
        {
            _tree.Apply(new BatchSubmitted($"batch_{i:00}", 1) { Time = Begin });
        }

        Send(new("a.imgp", "", "only"), 1);
        Assert.Equal(
            [
                "a.imgp",
                "  · only  waits for the picture  1.0 s",
                "Batch batch_00: 1 request handed in",
                "Batch batch_01: 1 request handed in",
                "Batch batch_02: 1 request handed in",
                "27 more batches",
                "0 of 1 stage",
            ],
            Rendered(2, room: 8)
        );
        Assert.Equal(33, _tree.RenderEnd(Begin).Count);
    }

    [Fact]
    public void A_tree_never_has_more_lines_than_there_is_room_for_and_shows_what_goes_on()
    {
        Start(40);
        for (int i = 0; i < 30; i++)
        {
            Send(new($"{i:00}.imgp", "", "only"), i);
            Finish(new($"{i:00}.imgp", "", "only"), i + 1);
        }

        Send(new("last.imgp", "", "only"), 30);
        Assert.Equal(
            [
                "28.imgp",
                "  ✓ only  0 pictures  1.0 s",
                "29.imgp",
                "  ✓ only  0 pictures  1.0 s",
                "last.imgp",
                "  · only  waits for the picture  1.0 s",
                "30 of 40 stages",
            ],
            Rendered(31, room: 8)
        );
    }

    [Fact]
    public void What_has_not_had_its_turn_is_not_shown_and_takes_no_time()
    {
        Start(2);
        Apply(new NodeStarted(new("a.imgp", "", ""), 1), 0);
        Apply(new NodeStarted(new("b.imgp", "", ""), 1), 0);
        Apply(new NodeSent(new("b.imgp", "", ""), 1, 1), 60);
        Assert.Equal(["· b.imgp  waits for the picture  2.0 s", "0 of 2 stages"], Rendered(62));
    }

    [Fact]
    public void What_ended_goes_up_and_what_goes_on_stays_below()
    {
        Start(3);
        Send(new("a.imgp", "", ""), 0);
        Send(new("b.imgp", "", ""), 1);
        Send(new("c.imgp", "", ""), 2);
        Finish(new("b.imgp", "", ""), 3);
        Assert.Equal(
            [
                "✓ b.imgp  0 pictures  2.0 s",
                "· a.imgp  waits for the picture  4.0 s",
                "· c.imgp  waits for the picture  2.0 s",
                "1 of 3 stages",
            ],
            Rendered(4)
        );
    }

    [Fact]
    public void Waits_count_down()
    {
        PlanKey node = new("a.imgp", "", "");
        Start(1);
        Apply(new NodeWaiting(node, 1, WaitReason.RateLimit, TimeSpan.FromSeconds(20)), 0);
        Assert.Equal("· a.imgp  waits for the rate limit, 15 s", Rendered(5)[0]);
        Apply(new NodeRetrying(node, 1, 1, TimeSpan.FromSeconds(4), FailureKind.RateLimited, ""), 20);
        Assert.Equal("· a.imgp  rate limited; sent again in 3.0 s", Rendered(21)[0]);
        Assert.Equal("· a.imgp  rate limited", Rendered(25)[0]);
    }

    [Fact]
    public void What_is_not_made_says_why_and_has_no_time()
    {
        PlanKey first = new("a.imgp", "", "first");
        Start(2);
        Send(first, 0);
        Apply(new NodeFailed(first, RunFailureKind.Provider, "no such model", null, []), 2);
        Apply(new NodeSkipped(new("a.imgp", "", "later"), first), 2);
        Assert.Equal(
            [
                "a.imgp",
                "  ✗ first  no such model  2.0 s",
                "  – later  not made, since first has no picture to build on",
                "2 of 2 stages",
            ],
            Rendered(3)
        );
    }

    [Fact]
    public void At_the_end_what_was_under_way_is_interrupted()
    {
        Start(3);
        Apply(new NodeStarted(new("a.imgp", "", "later"), 1), 0);
        Send(new("a.imgp", "", "first"), 0);
        Apply(new MoneyChanged(new RunMoney(PriceRange.NotKnown(PricePartKind.Output, "none"), Money.Zero, null)), 1);
        Assert.Equal(
            ["a.imgp", "  – first  interrupted  2.0 s", "1 of 3 stages, so far unknown"],
            _tree.RenderEnd(Begin.AddSeconds(2))
        );
    }

    [Fact]
    public void Batches_stand_below_with_their_newest_state()
    {
        Start(1);
        Apply(new BatchSubmitted("batch_1", 2), 0);
        Apply(new BatchPolled("batch_1", "in_progress", 2, 1, 0), 1);
        Assert.Equal(["Batch batch_1: in progress, 1 of 2 done", "0 of 1 stage"], Rendered(2));
    }

    private void Start(int nodes) =>
        Apply(
            new RunStarted(
                "id",
                "openai",
                "http://127.0.0.1/v1",
                false,
                nodes,
                new RunForecast(1, 1, 0, PriceRange.Zero)
            ),
            0
        );

    private void Send(PlanKey node, int second)
    {
        Apply(new NodeStarted(node, 1), second);
        Apply(new NodeSent(node, 1, 1), second);
    }

    private void Finish(PlanKey node, int second) =>
        Apply(
            new NodeFinished(
                node,
                NodeStatus.Made,
                ImmutableArray<Runtime.Artifacts.Artifact>.Empty,
                Asked: 0,
                Selected: 1,
                PriceRange.Zero
            ),
            second
        );

    private void Apply(RunEvent happened, int second) => _tree.Apply(happened with { Time = Begin.AddSeconds(second) });

    private List<string> Rendered(int second, int room = 24) => _tree.Render(Begin.AddSeconds(second), room);
}
