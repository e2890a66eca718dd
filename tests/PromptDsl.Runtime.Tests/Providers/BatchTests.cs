using System.Text;
using PromptDsl.Emulator;
using PromptDsl.Emulator.Faults;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Providers.OpenAi;
using PromptDsl.Runtime.Providers.OpenAi.Profiles;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using PromptDsl.Targets.Requests;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers;

public sealed class BatchTests : IDisposable
{
    private static readonly ImageParameters Small = new() { Size = new(1024, 1024), Quality = "low" };

    private readonly ProviderCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public async Task Each_request_of_a_batch_has_its_outcome()
    {
        await using EmulatorServer emulator = await StartAsync(
            new FaultRule(Fault.ModeratedInput("hate")) { InBatch = true, Request = 2 }
        );
        OpenAiProvider provider = ProviderCase.Provider(emulator.BaseUrl);
        string id = await SubmitAsync(provider, "a", "b", "c");
        BatchStatus status = await EndAsync(provider, id);
        Assert.Equal(new BatchStatus("completed", HasEnded: true, 3, 2, 1), status);

        Dictionary<string, ProviderOutcome> outcomes = await CollectAsync(provider, id);
        Assert.Equal(["a", "b", "c"], outcomes.Keys.Order(StringComparer.Ordinal));
        var answer = Assert.IsType<ProviderAnswer>(outcomes["a"]);
        Assert.Equal(1024, Assert.IsType<ProviderAnswer>(outcomes["c"]).Pictures[0].Path is { } path ? Width(path) : 0);
        Assert.NotNull(answer.Usage);
        Assert.NotNull(answer.RequestId);
        var failure = Assert.IsType<ProviderFailure>(outcomes["b"]);
        Assert.Equal((FailureKind.Moderated, 400), (failure.Kind, failure.Status));
        Assert.Equal(["00000-picture-0.png", "00001-picture-0.png"], _case.Files);
    }

    [Fact]
    public async Task An_edit_names_uploaded_files_and_each_picture_is_uploaded_once()
    {
        await using EmulatorServer emulator = await StartAsync();
        OpenAiProvider provider = ProviderCase.Provider(emulator.BaseUrl);
        ProviderRequest edit = _case.Edit(2, hasMask: true, Small);
        InputFile picture = _case.Input("picture.png", "image/png", ProviderCase.Png(64, 64));
        edit = edit with { Inputs = [picture, picture], Mask = picture };
        for (int round = 0; round < 2; round++)
        {
            BatchSubmission submission = await provider.SubmitAsync(
                [new BatchRequest("x", edit), new BatchRequest("y", edit)],
                TestContext.Current.CancellationToken
            );
            Assert.Null(submission.Failure);
            await EndAsync(provider, submission.BatchId!);
            Dictionary<string, ProviderOutcome> outcomes = await CollectAsync(provider, submission.BatchId!);
            Assert.All(outcomes.Values, outcome => Assert.IsType<ProviderAnswer>(outcome));
        }

        RecordedRequest[] uploads = [.. emulator.Requests.Where(r => r is { Endpoint: "files", Method: "POST" })];
        Assert.Equal(["vision", "batch", "vision", "batch"], uploads.Select(PurposeOf));
    }

    [Fact]
    public async Task Nothing_of_a_batch_stays_in_the_account_once_its_files_are_deleted()
    {
        await using EmulatorServer emulator = await StartAsync(
            new FaultRule(Fault.ModeratedInput("hate")) { InBatch = true, Request = 2 }
        );
        OpenAiProvider provider = ProviderCase.Provider(emulator.BaseUrl);
        ProviderRequest edit = _case.Edit(1, parameters: Small) with
        {
            Inputs = [_case.Input("picture.png", "image/png", ProviderCase.Png(64, 64))],
        };
        BatchSubmission submission = await provider.SubmitAsync(
            [new BatchRequest("x", edit), new BatchRequest("y", edit)],
            TestContext.Current.CancellationToken
        );
        await EndAsync(provider, submission.BatchId!);
        int kept = emulator.Counters.FilesKept;
        Assert.Equal(submission.Files.Length + 2, kept);

        Assert.Null(await DeleteAsync(provider, submission));

        Assert.Equal((0, kept), (emulator.Counters.FilesKept, emulator.Counters.FilesDeleted));
        Assert.Null(await DeleteAsync(provider, submission));
    }

    [Fact]
    public async Task Files_that_may_not_be_deleted_are_told()
    {
        await using EmulatorServer emulator = await StartAsync(
            new FaultRule(Fault.Error(403)) { Endpoint = "files", Request = 2 }
        );
        OpenAiProvider provider = ProviderCase.Provider(emulator.BaseUrl);
        BatchSubmission submission = await provider.SubmitAsync(
            [new BatchRequest("a", _case.Generation(Small))],
            TestContext.Current.CancellationToken
        );
        await EndAsync(provider, submission.BatchId!);

        ProviderFailure? failure = await DeleteAsync(provider, submission);

        Assert.Equal((FailureKind.Unauthorized, 1, 1), (failure?.Kind, Kept(emulator), Deleted(emulator)));
    }

    [Fact]
    public async Task What_was_uploaded_for_a_batch_that_is_refused_is_deleted()
    {
        await using EmulatorServer emulator = await StartAsync(
            new FaultRule(Fault.Error(400)) { Endpoint = "batches" }
        );
        BatchSubmission submission = await ProviderCase
            .Provider(emulator.BaseUrl)
            .SubmitAsync([new BatchRequest("e", _case.Edit(1))], TestContext.Current.CancellationToken);

        Assert.Equal(FailureKind.BadRequest, submission.Failure?.Kind);
        Assert.Equal((0, 2), (Kept(emulator), Deleted(emulator)));
    }

    [Fact]
    public async Task The_lines_of_a_batch_are_requests()
    {
        string lines = await LinesOfAsync(
            new BatchRequest("g-1", _case.Generation(Small with { PartialImages = 2, Complexity = "low" })),
            new BatchRequest("g-2", _case.Generation(Small with { Count = 2 }))
        );
        Assert.Equal(
            """
            {"custom_id":"g-1","method":"POST","url":"/v1/images/generations","body":{"prompt":"호수와 \"작은 집\", a lake & a house","model":"gpt-image-2","quality":"low","size":"1024x1024","complexity":"low"}}
            {"custom_id":"g-2","method":"POST","url":"/v1/images/generations","body":{"prompt":"호수와 \"작은 집\", a lake & a house","model":"gpt-image-2","n":2,"quality":"low","size":"1024x1024"}}

            """,
            lines,
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public async Task The_line_of_an_edit_has_its_JSON_form()
    {
        string lines = await LinesOfAsync(new BatchRequest("e", _case.Edit(1, hasMask: true, Small)));
        Assert.EndsWith(
            ""","size":"1024x1024","images":[{"file_id":"file-1"}],"mask":{"file_id":"file-1"}}}""" + "\n",
            lines,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_line_of_a_conversation_has_files_and_no_previews()
    {
        ProviderRequest request = _case.Request(
            ProviderCase.Describe(RequestAction.Edit, Small with { PartialImages = 1 }) with
            {
                Route = ApiRoute.Responses,
                Inputs = [new RequestInput(1, ["subject"], new FileInput("refs/1.png"))],
                PreviousStage = "first",
            }
        ) with
        {
            PreviousResponseId = "resp_1",
        };
        string lines = await LinesOfAsync(new BatchRequest("r", request));
        Assert.Contains("""{"type":"input_image","file_id":"file-1"}""", lines, StringComparison.Ordinal);
        Assert.EndsWith(""","previous_response_id":"resp_1"}}""" + "\n", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("stream", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("partial_images", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_batch_that_expired_has_done_can_be_had()
    {
        await using EmulatorServer emulator = await StartAsync(new FaultRule(Fault.ExpiredBatch()));
        OpenAiProvider provider = ProviderCase.Provider(emulator.BaseUrl);
        string id = await SubmitAsync(provider, "a", "b");
        Assert.Equal("expired", (await EndAsync(provider, id)).State);
        Dictionary<string, ProviderOutcome> outcomes = await CollectAsync(provider, id);
        Assert.IsType<ProviderAnswer>(outcomes["a"]);
        var failure = Assert.IsType<ProviderFailure>(outcomes["b"]);
        Assert.Equal((FailureKind.ServerError, "batch_expired"), (failure.Kind, failure.Code));
        Assert.False(failure.MayHaveBeenPaid);
        Assert.Null(failure.Status);
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_ends()
    {
        await using EmulatorServer emulator = await StartAsync();
        OpenAiProvider provider = ProviderCase.Provider(emulator.BaseUrl);
        string id = await SubmitAsync(provider, "a");
        await provider.CancelAsync(id, TestContext.Current.CancellationToken);
        Assert.Equal("cancelled", (await EndAsync(provider, id)).State);
        Assert.Empty(await CollectAsync(provider, id));
    }

    [Fact]
    public async Task A_batch_that_is_refused_says_why()
    {
        using StubServer server = StubServer.OfJson(
            """
            {"id":"b","status":"failed","request_counts":{"total":0,"completed":0,"failed":0},
             "errors":{"data":[{"code":"invalid_json_line","message":"No JSON.","line":3}]}}
            """
        );
        BatchStatus status = await ProviderCase
            .Provider(server.Address)
            .GetAsync("b", TestContext.Current.CancellationToken);
        Assert.True(status.HasEnded);
        Assert.Equal("OpenAI refused the batch: line 3: No JSON.", status.Failure!.Message);
    }

    [Fact]
    public async Task A_batch_that_is_not_known_is_told_as_a_failure()
    {
        await using EmulatorServer emulator = await StartAsync();
        OpenAiProvider provider = ProviderCase.Provider(emulator.BaseUrl);
        CancellationToken stop = TestContext.Current.CancellationToken;
        BatchStatus status = await provider.GetAsync("batch_none", stop);
        Assert.False(status.HasEnded);
        Assert.Equal(404, status.Failure!.Status);
        ProviderException cancelled = await Assert.ThrowsAsync<ProviderException>(() =>
            provider.CancelAsync("batch_none", stop)
        );
        Assert.Equal(404, cancelled.Failure.Status);
        await Assert.ThrowsAsync<ProviderException>(() => CollectAsync(provider, "batch_none"));
    }

    [Fact]
    public async Task An_answer_about_a_batch_has_a_largest_size()
    {
        using StubServer server = StubServer.OfJson("{\"id\":\"" + new string('b', 17 * 1024 * 1024) + "\"}");
        BatchStatus status = await ProviderCase
            .Provider(server.Address)
            .GetAsync("b", TestContext.Current.CancellationToken);
        Assert.Equal(FailureKind.MalformedAnswer, status.Failure!.Kind);
        Assert.Contains("longer than an answer can be", status.Failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task A_line_that_cannot_be_read_loses_no_other(string broken)
    {
        string Line(string id) =>
            $$"""{"custom_id":"{{id}}","response":{"status_code":200,"body":{"data":[{"b64_json":"{{ProviderCase.Base64Png}}"}]} } }""";
        using var server = new StubServer(
            (request, stream, stop) =>
                stream
                    .WriteAsync(
                        request.Path.EndsWith("/content", StringComparison.Ordinal)
                            ? StubServer.Response(
                                "200 OK",
                                "application/jsonl",
                                $"{Line("a")}\n{broken}\n{Line("b")}\n"
                            )
                            : StubServer.Response(
                                "200 OK",
                                "application/json",
                                """{"id":"b","status":"completed","output_file_id":"file-9"}"""
                            ),
                        stop
                    )
                    .AsTask()
        );
        OpenAiProvider provider = ProviderCase.Provider(server.Address);
        List<string> read = [];
        Exception? problem = await Record.ExceptionAsync(async () =>
        {
            await foreach (BatchOutcome outcome in Collect(provider, "b"))
            {
                read.Add(outcome.Id);
            }
        });
        Assert.Equal(["a", "b"], read);
        Assert.Equal(broken.Length > 0, problem is ProviderException { Failure.Kind: FailureKind.MalformedAnswer });
    }

    [Fact]
    public async Task A_results_file_that_breaks_off_can_be_had_again()
    {
        int downloads = 0;
        string line =
            $$"""{"custom_id":"a","response":{"status_code":200,"request_id":"{{ProviderCase.Key}}","body":{"data":[{"b64_json":"{{ProviderCase.Base64Png}}"}]} } }""";
        using var server = new StubServer(
            (request, stream, stop) =>
            {
                byte[] answer = request.Path.EndsWith("/content", StringComparison.Ordinal)
                    ? StubServer.Response("200 OK", "application/jsonl", line + "\n" + line + "\n")
                    : StubServer.Response(
                        "200 OK",
                        "application/json",
                        """{"id":"b","status":"completed","output_file_id":"file-9"}"""
                    );
                bool isCut =
                    request.Path.EndsWith("/content", StringComparison.Ordinal)
                    && Interlocked.Increment(ref downloads) == 1;
                return stream.WriteAsync(isCut ? answer.AsMemory(0, answer.Length - 30) : answer, stop).AsTask();
            }
        );
        OpenAiProvider provider = ProviderCase.Provider(server.Address);
        List<BatchOutcome> first = [];
        ProviderException lost = await Assert.ThrowsAsync<ProviderException>(async () =>
        {
            await foreach (BatchOutcome outcome in Collect(provider, "b"))
            {
                first.Add(outcome);
            }
        });
        Assert.False(lost.Failure.MayHaveBeenPaid);
        Assert.Single(first);
        Assert.Equal(["00000-picture-0.png"], _case.Files);
        int again = 0;
        await foreach (BatchOutcome outcome in Collect(provider, "b"))
        {
            Assert.Equal("[key]", Assert.IsType<ProviderAnswer>(outcome.Outcome).RequestId);
            again++;
        }

        Assert.Equal(2, again);
    }

    [Fact]
    public void What_a_batch_does_not_take_is_said()
    {
        IBatchProvider openAi = ProviderCase.Provider(new Uri("http://127.0.0.1:9/v1"));
        IBatchProvider local = ProviderCase.Provider(new Uri("http://127.0.0.1:9/v1"), CompatibilityProfiles.SdCpp);
        Assert.Null(openAi.Refuses(_case.Generation()));
        Assert.Equal(
            "gpt-image-2.5-flare takes no batches.",
            openAi.Refuses(_case.Generation(new ImageParameters { Model = "gpt-image-2.5-flare" }))
        );
        Assert.Equal("stable-diffusion.cpp takes no batches.", local.Refuses(_case.Generation()));
    }

    [Fact]
    public async Task A_batch_is_for_one_endpoint_and_its_ids_differ()
    {
        OpenAiProvider provider = ProviderCase.Provider(new Uri("http://127.0.0.1:9/v1"));
        foreach (
            BatchRequest[] requests in new BatchRequest[][]
            {
                [],
                [new("a", _case.Generation()), new("b", _case.Edit(1))],
                [new("a", _case.Generation()), new("a", _case.Generation())],
            }
        )
        {
            await Assert.ThrowsAsync<ArgumentException>(() =>
                provider.SubmitAsync(requests, TestContext.Current.CancellationToken)
            );
        }
    }

    [Fact]
    public async Task A_batch_that_may_have_been_made_is_of_unknown_outcome()
    {
        using var server = new StubServer(
            (request, stream, stop) =>
                request.Path.EndsWith("/files", StringComparison.Ordinal)
                    ? stream
                        .WriteAsync(StubServer.Response("200 OK", "application/json", """{"id":"file-1"}"""), stop)
                        .AsTask()
                    : Task.CompletedTask
        );
        BatchSubmission submission = await ProviderCase
            .Provider(server.Address)
            .SubmitAsync([new BatchRequest("a", _case.Generation())], TestContext.Current.CancellationToken);
        Assert.Null(submission.BatchId);
        Assert.Equal(FailureKind.OutcomeUnknown, submission.Failure!.Kind);
        Assert.True(submission.Failure.MayHaveBeenPaid);
    }

    private static int Kept(EmulatorServer emulator) => emulator.Counters.FilesKept;

    private static int Deleted(EmulatorServer emulator) => emulator.Counters.FilesDeleted;

    private static Task<ProviderFailure?> DeleteAsync(OpenAiProvider provider, BatchSubmission submission) =>
        provider.DeleteFilesAsync(submission.BatchId!, submission.Files, TestContext.Current.CancellationToken);

    private static Task<EmulatorServer> StartAsync(params FaultRule[] script) =>
        EmulatorServer.StartAsync(
            new EmulatorOptions { Script = [.. script], BatchPolls = 2 },
            TestContext.Current.CancellationToken
        );

    private async Task<string> SubmitAsync(OpenAiProvider provider, params string[] ids)
    {
        BatchSubmission submission = await provider.SubmitAsync(
            [.. ids.Select(id => new BatchRequest(id, _case.Generation(Small)))],
            TestContext.Current.CancellationToken
        );
        Assert.Null(submission.Failure);
        return submission.BatchId!;
    }

    private static async Task<BatchStatus> EndAsync(OpenAiProvider provider, string id)
    {
        for (int asked = 0; asked < 10; asked++)
        {
            BatchStatus status = await provider.GetAsync(id, TestContext.Current.CancellationToken);
            if (status.HasEnded)
            {
                return status;
            }
        }

        throw new InvalidOperationException("The batch does not end.");
    }

    private IAsyncEnumerable<BatchOutcome> Collect(OpenAiProvider provider, string id) =>
        provider.CollectAsync(id, _case.Folder, TestContext.Current.CancellationToken);

    private async Task<Dictionary<string, ProviderOutcome>> CollectAsync(OpenAiProvider provider, string id)
    {
        Dictionary<string, ProviderOutcome> outcomes = [];
        await foreach (BatchOutcome outcome in Collect(provider, id))
        {
            outcomes.Add(outcome.Id, outcome.Outcome);
        }

        return outcomes;
    }

    // What is uploaded as the input file of a batch; the server knows every file as file-1.
    private static async Task<string> LinesOfAsync(params BatchRequest[] requests)
    {
        using StubServer server = StubServer.OfJson("""{"id":"file-1"}""");
        BatchSubmission submission = await ProviderCase
            .Provider(server.Address)
            .SubmitAsync(requests, TestContext.Current.CancellationToken);
        Assert.Null(submission.Failure);
        string body = server.Requests.Last(r => r.Path == "/v1/files").Body;
        const string Start = "Content-Type: application/jsonl\r\n\r\n";
        string lines = body[(body.IndexOf(Start, StringComparison.Ordinal) + Start.Length)..];
        return Encoding.UTF8.GetString(
            Encoding.Latin1.GetBytes(lines[..lines.LastIndexOf("\r\n--", StringComparison.Ordinal)])
        );
    }

    private static string PurposeOf(RecordedRequest request)
    {
        string[] lines = Encoding.Latin1.GetString(request.Body.Span).Split("\r\n");
        return lines[Array.FindIndex(lines, l => l.EndsWith("name=\"purpose\"", StringComparison.Ordinal)) + 2];
    }

    private static int Width(string path) => Pictures.PictureDecoder.Decode(File.ReadAllBytes(path)).Width;
}
