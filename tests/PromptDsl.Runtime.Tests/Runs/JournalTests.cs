using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Tests.Infrastructure;
using PromptDsl.Runtime.Verification;
using PromptDsl.Targets.Prices;
using Xunit;

namespace PromptDsl.Runtime.Tests.Runs;

public sealed class JournalTests : IDisposable
{
    private static readonly SendingKey Sending = new(
        new PlanKey("포스터.imgp", "season=봄", "layout"),
        0,
        new string('a', 64)
    );

    private static readonly PriceRange Unknown = PriceRange.NotKnown(PricePartKind.Output, "nobody says");

    private readonly TestFolder _folder = new();
    private readonly AutoTime _time = new();

    private string JournalPath => _folder["journal.jsonl"];

    public static TheoryData<JournalRecord> Records =>
        [
            new RunContinued([new RunFile("a.imgp", "00", "abc123")]),
            new SendingIntended(Sending, 2, PriceRange.Between(Money.Zero, null, new Money(0.25m))),
            new SendingAnswered(
                Sending,
                [new PictureFile("pictures/x/0.png", "00", 3)],
                new TokenUsage { Output = 3 },
                Unknown
            )
            {
                RequestId = "r",
                ResponseId = "s",
                RevisedPrompt = "더 좋은 \"그림\"",
            },
            new SendingFailed(Sending, FailureKind.OutcomeUnknown, "Cut.", PriceRange.Zero)
            {
                MayHaveBeenPaid = true,
                Status = 502,
                Code = "c",
                ModerationCategories = ["violence"],
            },
            new SendingReused(Sending, ReuseSource.Cache, []) { ResponseId = "s" },
            new PictureWritten(
                Sending.Node,
                2,
                "a/b.png",
                "pictures/x/0.png",
                "00",
                true,
                [new CheckResult("size", CheckStatus.NotChecked, "no")]
            ),
            new StageLeft(Sending.Node, NodeStatus.Rejected, "no")
            {
                Kind = RunFailureKind.Expectation,
                Help = "Try.",
                Lines = [new SourceLine("a.imgp", 3, "stage b")],
            },
            new BatchIntended(1, [new BatchSending("i", Sending, Unknown)], Unknown),
            new BatchHandedIn(1, "batch-1") { Files = ["file-1"] },
            new BatchCollected(1),
            new RunClosed(RunStatus.QuotaExhausted, PriceRange.Exactly(new Money(0.5m))),
        ];

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Each_record_is_one_line_and_reads_as_it_was_written(JournalRecord record)
    {
        await WriteAsync(Opened, record);

        Assert.Equal(2, (await File.ReadAllLinesAsync(JournalPath, TestContext.Current.CancellationToken)).Length);
        JournalRecord read = JournalReader.Read(JournalPath, "run").Records[1];
        Assert.IsType(record.GetType(), read);
        Assert.Equal(JournalJson.Write(record with { Time = _time.GetUtcNow() }), JournalJson.Write(read));
    }

    [Theory]
    [InlineData("{\"record\":\"closed\",\"sta")]
    [InlineData("\0\0\0\0\0\0")]
    [InlineData("\n")]
    [InlineData("{\"record\":\"batch-collected\",\"batch\":1}")]
    public async Task What_a_kill_leaves_of_the_last_line_is_cut_off(string torn)
    {
        await WriteAsync(Opened, new BatchCollected(7));
        long whole = new FileInfo(JournalPath).Length;
        await File.AppendAllTextAsync(JournalPath, torn, TestContext.Current.CancellationToken);

        (ImmutableArray<JournalRecord> records, long length) = JournalReader.Read(JournalPath, "run");
        Assert.Equal(2, records.Length);
        Assert.Equal(whole, length);

        await using (RunJournal journal = RunJournal.Continue(JournalPath, "run", _time))
        {
            await journal.AppendAsync(new BatchCollected(8));
        }

        Assert.Equal(3, JournalReader.Read(JournalPath, "run").Records.Length);
    }

    [Fact]
    public async Task A_journal_broken_in_the_middle_is_refused()
    {
        await WriteAsync(Opened, new BatchCollected(7), new BatchCollected(8));
        string[] lines = await File.ReadAllLinesAsync(JournalPath, TestContext.Current.CancellationToken);
        lines[1] = lines[1][..10];
        await File.WriteAllLinesAsync(JournalPath, lines, TestContext.Current.CancellationToken);

        RunException damaged = Assert.Throws<RunException>(() => JournalReader.Read(JournalPath, "run"));

        Assert.Equal("the journal of run `run` is damaged: line 2 cannot be read", damaged.Message);
    }

    [Fact]
    public async Task Records_of_many_tasks_are_all_there_each_whole()
    {
        await using (RunJournal journal = RunJournal.Create(JournalPath, _time))
        {
            await journal.AppendAsync(Opened);
            await Task.WhenAll(
                Enumerable.Range(1, 500).Select(i => Task.Run(() => journal.AppendAsync(new BatchCollected(-i))))
            );
        }

        IEnumerable<int> numbers = JournalReader
            .Read(JournalPath, "run")
            .Records.OfType<BatchCollected>()
            .Select(r => -r.Batch);
        Assert.Equal(Enumerable.Range(1, 500), numbers.Order());
    }

    [Fact]
    public void A_later_form_is_refused_with_its_number()
    {
        File.WriteAllBytes(JournalPath, JournalJson.Write(Opened with { Schema = 9 }));

        RunException other = Assert.Throws<RunException>(() => JournalReader.Read(JournalPath, "run"));

        Assert.EndsWith("its schema is 9, and this version reads 1", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_sent_without_an_outcome_counts_as_perhaps_paid()
    {
        PriceRange price = PriceRange.Between(new Money(0.1m), new Money(0.2m), new Money(0.3m));
        var state = JournalState.Read([new SendingIntended(Sending, 1, price), new SendingIntended(Sending, 1, price)]);

        Assert.Equal(2, state.Lost(Sending.Request));
        Assert.Equal(PriceRange.Between(Money.Zero, null, new Money(0.6m)), state.Spent);

        state.Add(new SendingAnswered(Sending, [], null, PriceRange.Exactly(new Money(0.2m))));

        Assert.Equal(1, state.Lost(Sending.Request));
        Assert.Equal(PriceRange.Between(new Money(0.2m), null, new Money(0.5m)), state.Spent);
    }

    [Fact]
    public void Ids_sort_by_time_and_differ_at_the_same_time()
    {
        var random = new Random(1);
        DateTimeOffset time = _time.GetUtcNow();
        string first = RunId.Create(time, random);

        Assert.NotEqual(first, RunId.Create(time, random));
        Assert.True(string.CompareOrdinal(first, RunId.Create(time.AddMilliseconds(1), random)) < 0);
        Assert.True(RunId.IsValid(first));
        Assert.False(RunId.IsValid("../other"));
    }

    public void Dispose() => _folder.Dispose();

    private static RunOpened Opened =>
        new(1, "run", "0.1.0", "fake", "fake://", [], PriceRange.Zero, ImmutableDictionary<string, string>.Empty);

    private async Task WriteAsync(params JournalRecord[] records)
    {
        await using RunJournal journal = RunJournal.Create(JournalPath, _time);
        foreach (JournalRecord record in records)
        {
            await journal.AppendAsync(record);
        }
    }
}
