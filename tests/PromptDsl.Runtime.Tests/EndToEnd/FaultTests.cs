using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PromptDsl.Emulator;
using PromptDsl.Emulator.Faults;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Tests.EndToEnd.Infrastructure;
using PromptDsl.Runtime.Tests.Infrastructure;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using PromptDsl.Targets.Prices;
using Xunit;
using static PromptDsl.Runtime.Providers.FailureKind;

namespace PromptDsl.Runtime.Tests.EndToEnd;

/// <summary>Everything that can go wrong, in every way of asking for a picture: what comes of it, and what is paid.</summary>
public sealed partial class FaultTests
{
    private static readonly Phase[] Streams = [Phase.StreamedGeneration, Phase.StreamedEdit, Phase.StreamedResponses];

    /// <summary>Where requests are answered one by one.</summary>
    private static readonly Phase[] Direct = [Phase.Generation, Phase.Edit, Phase.Responses, .. Streams];

    private static readonly Phase[] Everywhere = [.. Direct, Phase.Batch, Phase.HandIn];

    private static readonly Phase[] WithPictures = [.. Direct, Phase.Batch];

    private static readonly Phase[] OnTheWire = [.. Direct, Phase.HandIn];

    /// <summary>Where an answer is one piece of JSON.</summary>
    private static readonly Phase[] InJson = [Phase.Generation, Phase.Edit, Phase.Responses];

    /// <summary>Where a stream without a picture has no last event.</summary>
    private static readonly Phase[] ImageStreams = [Phase.StreamedGeneration, Phase.StreamedEdit];

    private static readonly Phase[] Conversations = [Phase.Responses, Phase.StreamedResponses];

    private static readonly Phase[] Listed = [.. InJson, Phase.StreamedResponses, Phase.Batch];

    private static readonly Phase[] AtHandIn = [Phase.HandIn];

    private static readonly FaultEnd NeverAgain = Failed(1, 0);

    // The first numbers say how often it is sent, the second ones how many pictures are paid. What is paid twice is an
    // answer that was charged and did not arrive whole: nobody can know that it was, so it is sent once more, and the
    // record says that it may have been charged. The emulator begins a batch when it is first asked about: one whose
    // id was lost costs nothing there.
    private static readonly ImmutableArray<FaultRow> Rows =
    [
        Row("rate limit", Fault.RateLimited(), RateLimited, Made(2, 1), Failed(8, 0), Everywhere),
        Row("slow down", Fault.SlowDown(), Overloaded, Made(2, 1), Failed(6, 0), Everywhere),
        Row("overload", Fault.Overloaded(), Overloaded, Made(2, 1), Failed(6, 0), Everywhere),
        Row("500", Fault.ServerError(), ServerError, Made(2, 1), Failed(5, 0), Everywhere),
        Row("502", Fault.BadGateway(), ServerError, Made(2, 1), Failed(5, 0), Everywhere),
        Row("503", Fault.Error(503), ServerError, Made(2, 1), Failed(5, 0), Everywhere),
        Row("504", Fault.GatewayTimeout(), ServerError, Made(2, 1), Failed(5, 0), Everywhere),
        Row("408", Fault.RequestTimeout(), ServerError, Made(2, 1), Failed(5, 0), Everywhere),
        Row("page of HTML", Fault.HtmlError(), ServerError, Made(2, 1), Failed(5, 0), OnTheWire),
        Row("failed item", Fault.FailedItem(), OutcomeUnknown, Made(2, 1), Failed(2, 0), Conversations),
        Row(
            "refused item",
            Fault.FailedItem("moderation_blocked"),
            Moderated,
            NeverAgain,
            NeverAgain,
            Conversations
        ) with
        {
            MayHaveBeenPaid = true,
        },
        Row("failed response", Fault.FailedResponse(), OutcomeUnknown, Made(2, 2), Failed(2, 2), Conversations),
        Row("refused connection", null, ConnectionFailed, Made(2, 1), Failed(5, 0), OnTheWire),
        Row("cut before headers", Fault.CutBeforeHeaders(), OutcomeUnknown, Made(2, 1), Failed(2, 0), OnTheWire),
        Row("cut after work", Fault.CutAfterProcessing(), OutcomeUnknown, Made(2, 2), Failed(2, 2), Direct),
        Row("cut in body", Fault.CutInBody(), OutcomeUnknown, Made(2, 2), Failed(2, 2), Direct),
        Row("batch cut after work", Fault.CutAfterProcessing(), OutcomeUnknown, Made(2, 1), Failed(2, 0), AtHandIn),
        Row("batch cut in body", Fault.CutInBody(), OutcomeUnknown, Made(2, 1), Failed(2, 0), AtHandIn),
        Row("truncated stream", Fault.TruncatedStream(), OutcomeUnknown, Made(2, 2), Failed(2, 2), Streams),
        Row("error in stream", Fault.StreamError(), OutcomeUnknown, Made(2, 2), Failed(2, 2), Streams),
        Row("stream without picture", Fault.EmptyData(), OutcomeUnknown, Made(2, 2), Failed(2, 2), ImageStreams),
        Row("JSON that breaks off", Fault.MalformedJson(), OutcomeUnknown, Made(2, 2), Failed(2, 2), InJson),
        Row("event that breaks off", Fault.MalformedJson(), MalformedAnswer, Made(2, 2), Failed(2, 2), Streams),
        Row("broken base64", Fault.MalformedBase64(), MalformedAnswer, Made(2, 2), Failed(2, 2), WithPictures),
        Row("no data", Fault.EmptyData(), MalformedAnswer, Made(2, 2), Failed(2, 2), Listed),
        Row("not a picture", Fault.NotAPicture(), MalformedAnswer, Made(2, 2), Failed(2, 2), WithPictures),
        Row("JSON for a stream", Fault.JsonInsteadOfStream(), null, Made(1, 1), Made(1, 1), Streams),
        Row("wrong size", Fault.WrongSize(), null, Rejected(1, 1), Rejected(1, 1), WithPictures),
        Row("moderated input", Fault.ModeratedInput("violence"), Moderated, NeverAgain, NeverAgain, WithPictures),
        Row("moderated output", Fault.ModeratedOutput("hate"), Moderated, NeverAgain, NeverAgain, WithPictures),
        Row("quota", Fault.QuotaExhausted(), QuotaExhausted, NeverAgain, NeverAgain, Everywhere),
        Spent("credit_balance_exhausted"),
        Spent("organization_spend_limit_exceeded"),
        Spent("organization_usage_limit_exceeded"),
        Spent("project_spend_limit_exceeded"),
        Row("billing", Fault.BillingHardLimit(), QuotaExhausted, NeverAgain, NeverAgain, Everywhere),
        Row("401", Fault.Error(401, "invalid_api_key"), Unauthorized, NeverAgain, NeverAgain, Everywhere) with
        {
            IsOfAccount = true,
        },
        Row("403", Fault.Error(403), Unauthorized, NeverAgain, NeverAgain, Everywhere),
        Row("unknown model", Fault.Error(404, "model_not_found"), ModelNotFound, NeverAgain, NeverAgain, Everywhere),
        Row("bad request", Fault.Error(400), BadRequest, NeverAgain, NeverAgain, Everywhere),
    ];

    public static TheoryData<string, Phase, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, Phase, bool>();
            foreach (FaultRow row in Rows)
            {
                foreach (Phase phase in row.Phases)
                {
                    cases.Add(row.Name, phase, p3: false);
                    cases.Add(row.Name, phase, p3: true);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_goes_wrong_ends_as_the_table_says(string name, Phase phase, bool isAlways)
    {
        FaultRow row = Rows.Single(r => r.Name == name);
        FaultEnd expected = isAlways ? row.Always : row.Once;
        await using EmulatorLab lab = await StartAsync(row, phase, isAlways);
        await File.WriteAllBytesAsync(
            lab.Folder["in.png"],
            TestPictures.Next(64, 64),
            TestContext.Current.CancellationToken
        );

        RunResult result = await lab.RunAsync(
            Text(phase, isSizeExpected: row.Fault?.Kind == FaultKind.WrongSize),
            lab.Options with
            {
                Batch = phase is Phase.Batch or Phase.HandIn,
                Wait = true,
            }
        );

        RunSummary run = lab.Store.Read(result.RunId);
        Assert.Equal(
            (StatusIn(phase, expected, row), expected.Attempts, expected.Paid),
            (Assert.Single(result.Nodes).Status, AttemptsOf(run), lab.Emulator.Paid.Pictures)
        );
        Assert.Equal(StatusOf(expected, row), result.Status);
        AgreeOnMoney(lab.Emulator.Paid.Dollars, result.Money.Spent);
        AgreeOnMoney(lab.Emulator.Paid.Dollars, run.Spent);
        Assert.Equal(Journal(row, phase, expected), run.Records.Select(Describe));
        bool hasPicture = expected.Status != NodeStatus.Failed;
        string[] files = hasPicture ? ["poster/poster.png", "poster/poster.png.json"] : [];
        Assert.Equal(files, lab.Folder.Files("out"));
        Leftovers.AreWhole(lab.Folder.Path);
        RunFailure? failure = result.Failures.SingleOrDefault();
        if (hasPicture)
        {
            Assert.Null(failure?.Provider);
        }
        else if (failure is null)
        {
            Assert.Equal(row.Kind, result.StoppedBy?.Kind);
        }
        else
        {
            Assert.Equal((row.Kind, expected.Attempts), (failure.Provider?.Kind, failure.Attempts));
        }
    }

    [Fact]
    public void The_page_says_the_same_of_every_failure()
    {
        string page = File.ReadAllText(RepositoryRoot.PathOf("docs/run.md"));
        int start = page.IndexOf("| failure |", StringComparison.Ordinal);
        Dictionary<string, string> rows = TableRow()
            .Matches(page[start..page.IndexOf("\n\n", start, StringComparison.Ordinal)])
            .Skip(1)
            .ToDictionary(m => m.Groups["failure"].Value, m => m.Groups["what"].Value, StringComparer.Ordinal);
        foreach (FaultRow row in Rows.Where(r => r.Kind is not null || r.Once.Status == NodeStatus.Rejected))
        {
            Assert.Contains(PhraseOf(row), rows[NameOnPage(row)], StringComparison.Ordinal);
        }

        Assert.Equal(
            Rows.Where(r => r.Kind is not null || r.Once.Status == NodeStatus.Rejected)
                .Select(NameOnPage)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
            rows.Keys.Order(StringComparer.Ordinal)
        );
    }

    private static string NameOnPage(FaultRow row) =>
        row.Kind switch
        {
            RateLimited or Overloaded or ServerError => "rate limit, overload, error of the server",
            ConnectionFailed => "no connection",
            OutcomeUnknown => "an answer that is lost, is cut or ends in an error",
            MalformedAnswer => "an answer that cannot be read",
            Moderated => "refused by moderation",
            QuotaExhausted => "no money, a spending limit",
            Unauthorized when row.IsOfAccount => "a wrong key",
            Unauthorized or ModelNotFound or BadRequest =>
                "a key that may not do it, an unknown model, a request that is not accepted",
            _ => "a picture that fails `expect`",
        };

    private static string PhraseOf(FaultRow row) =>
        row switch
        {
            { Once.Status: NodeStatus.Rejected } => "it is kept",
            { IsOfAccount: true } => "the whole run stops",
            { Always.Attempts: 1 } => "never again",
            { Always.Attempts: 2 } => "sends it once more",
            _ => "sends it again",
        };

    private static FaultRow Row(
        string name,
        Fault? fault,
        FailureKind? kind,
        FaultEnd once,
        FaultEnd always,
        Phase[] phases
    ) => new(name, fault, kind, once, always) { Phases = phases };

    private static FaultRow Spent(string code) =>
        Row(code, Fault.QuotaExhausted(code), QuotaExhausted, NeverAgain, NeverAgain, Everywhere);

    private static FaultEnd Made(int attempts, int paid) => new(NodeStatus.Made, attempts, paid);

    private static FaultEnd Failed(int attempts, int paid) => new(NodeStatus.Failed, attempts, paid);

    private static FaultEnd Rejected(int attempts, int paid) => new(NodeStatus.Rejected, attempts, paid);

    private static Task<EmulatorLab> StartAsync(FaultRow row, Phase phase, bool isAlways)
    {
        const int Many = 1000;
        string? endpoint = phase == Phase.HandIn ? "batches" : null;
        return EmulatorLab.StartAsync(
            new EmulatorOptions
            {
                Script = row.Fault is { } fault
                    ?
                    [
                        new FaultRule(fault)
                        {
                            Endpoint = endpoint,
                            InBatch = phase == Phase.Batch ? true : null,
                            Times = isAlways ? null : 1,
                        },
                    ]
                    : [],
                Picture = row.Fault?.Kind == FaultKind.WrongSize ? PictureStyle.Pattern : PictureStyle.Tiny,
                BatchPolls = 1,
            },
            row.Fault is null ? RefusedConnections.Create(isAlways ? Many : 1) : null
        );
    }

    private static string Text(Phase phase, bool isSizeExpected)
    {
        bool isStream = Streams.Contains(phase);
        bool isEdit = phase is Phase.Edit or Phase.StreamedEdit;
        bool isConversation = phase is Phase.Responses or Phase.StreamedResponses;
        return (
                isEdit
                    ? "reference photo \"in.png\" { role: content }\nchange: \"make ${photo} blue\"\n"
                    : "subject: \"a lake\"\n"
            )
            + "technical {\n  model: \"gpt-image-2\"\n  size: 1024x1024\n  quality: low\n"
            + (isStream ? "  partial-images: 1\n" : "")
            + (isConversation ? "  via: responses\n" : "")
            + "}\n"
            + (isSizeExpected ? "expect { size: 1024x1024 }\n" : "");
    }

    private static int AttemptsOf(RunSummary run) => run.Records.Count(r => r is SendingIntended or BatchIntended);

    /// <summary>Where no money is left, a batch stops before its stages are gone through again.</summary>
    private static NodeStatus StatusIn(Phase phase, FaultEnd end, FaultRow row) =>
        StopsBefore(phase, row) ? NodeStatus.NotMade : end.Status;

    private static bool StopsBefore(Phase phase, FaultRow row) =>
        row.IsOfAccount && phase is (Phase.Batch or Phase.HandIn);

    private static RunStatus StatusOf(FaultEnd end, FaultRow row) =>
        end.Status == NodeStatus.Made ? RunStatus.Succeeded
        : row.Kind == QuotaExhausted ? RunStatus.QuotaExhausted
        : RunStatus.Failed;

    /// <summary>What the server charged is within what the run says that it spent.</summary>
    private static void AgreeOnMoney(decimal charged, PriceRange spent) =>
        Assert.True(
            spent.Low.Dollars <= charged && (spent.High is not { } high || charged <= high.Dollars),
            $"{charged} was charged, and the run says {spent}"
        );

    private static IEnumerable<string> Journal(FaultRow row, Phase phase, FaultEnd end)
    {
        string failure = $"failed {row.Kind}{(row.MayHaveBeenPaid ? ", perhaps paid" : "")}";
        bool hasPicture = end.Status != NodeStatus.Failed;
        int failures = end.Attempts - (hasPicture ? 1 : 0);
        yield return "opened";
        for (int i = 0; i < failures; i++)
        {
            foreach (string line in Attempt(phase, failure, row.MayHaveBeenPaid))
            {
                yield return line;
            }
        }

        if (hasPicture)
        {
            foreach (string line in Attempt(phase == Phase.HandIn ? Phase.Batch : phase, "answered", isLost: false))
            {
                yield return line;
            }

            yield return "written";
        }

        if (end.Status == NodeStatus.Rejected || (!hasPicture && !StopsBefore(phase, row)))
        {
            yield return "left";
        }

        yield return "closed";
    }

    private static string[] Attempt(Phase phase, string end, bool isLost) =>
        phase switch
        {
            Phase.Batch => ["intended as a batch", "handed in", end, "collected"],
            Phase.HandIn when isLost => ["intended as a batch"],
            Phase.HandIn => ["intended as a batch", "refused"],
            _ => ["intended", end],
        };

    private static string Describe(JournalRecord record) =>
        record switch
        {
            RunOpened => "opened",
            SendingIntended => "intended",
            SendingFailed failed => $"failed {failed.Kind}{(failed.MayHaveBeenPaid ? ", perhaps paid" : "")}",
            SendingAnswered => "answered",
            BatchIntended => "intended as a batch",
            BatchHandedIn { BatchId: null } => "refused",
            BatchHandedIn => "handed in",
            BatchCollected => "collected",
            PictureWritten => "written",
            StageLeft => "left",
            RunClosed => "closed",
            _ => record.GetType().Name,
        };

    [GeneratedRegex(
        "^\\| (?<failure>.+?) \\| (?<what>.+?) \\|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex TableRow();
}
