using System.Text;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using PromptDsl.Targets.Requests;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers;

public sealed class StreamTests : IDisposable
{
    private static readonly ImageParameters Streamed = new() { PartialImages = 1 };

    private readonly ProviderCase _case = new();
    private readonly List<PartialPicture> _partials = [];

    public void Dispose() => _case.Dispose();

    [Theory]
    [InlineData("image_generation")]
    [InlineData("image_edit")]
    public async Task The_picture_of_a_stream_is_kept_and_its_previews_are_reported(string name)
    {
        ProviderAnswer answer = Assert.IsType<ProviderAnswer>(
            await SendAsync(Partial(name, 0) + Partial(name, 1) + Completed(name) + "data: [DONE]\n\n")
        );
        Assert.Equal(ProviderCase.Png(), File.ReadAllBytes(Assert.Single(answer.Pictures).Path));
        Assert.Equal(9, answer.Usage!.Output);
        Assert.Equal([0, 1], _partials.Select(p => p.Index));
        Assert.Equal(ProviderCase.Png(1, 1), File.ReadAllBytes(_partials[1].Path));
        Assert.Equal(["partial-0.png", "partial-1.png", "picture-0.png"], _case.Files);
    }

    [Fact]
    public async Task Previews_of_several_pictures_do_not_replace_each_other()
    {
        const string Name = "image_generation";
        string ofOne = Partial(Name, 0) + Partial(Name, 1);
        await SendAsync(ofOne + Completed(Name) + ofOne + Completed(Name));
        Assert.Equal([0, 1, 2, 3], _partials.Select(p => p.Index));
        Assert.Equal(4, _partials.Select(p => p.Path).Distinct().Count());
    }

    [Fact]
    public async Task The_picture_of_a_conversation_comes_once_although_the_stream_brings_it_twice()
    {
        string item =
            $$"""{"type":"image_generation_call","id":"ig_1","status":"completed","result":"{{ProviderCase.Base64Png}}"}""";
        ProviderAnswer answer = Assert.IsType<ProviderAnswer>(
            await SendAsync(
                Event(
                    "response.image_generation_call.partial_image",
                    $$"""{"type":"response.image_generation_call.partial_image","partial_image_index":0,"partial_image_b64":"{{ProviderCase.Base64Png}}"}"""
                )
                    + Event("response.output_item.done", $$"""{"type":"response.output_item.done","item":{{item}} }""")
                    + Event(
                        "response.completed",
                        $$"""{"type":"response.completed","response":{"id":"resp_2","status":"completed","output":[{{item}}],"usage":{"output_tokens":4} } }"""
                    ),
                _case.Conversation(Streamed)
            )
        );
        Assert.Single(answer.Pictures);
        Assert.Equal("resp_2", answer.ResponseId);
        Assert.Equal(4, answer.Usage!.Output);
        Assert.Single(_partials);
        Assert.Equal(["partial-0.png", "picture-0.png"], _case.Files);
    }

    [Fact]
    public async Task A_stream_without_its_last_event_is_of_unknown_outcome()
    {
        ProviderFailure failure = await FailureAsync(Partial("image_generation", 0));
        Assert.Equal(FailureKind.OutcomeUnknown, failure.Kind);
        Assert.True(failure.MayHaveBeenPaid);
        Assert.Empty(_case.Files);
    }

    [Fact]
    public async Task A_stream_that_ends_inside_its_last_event_is_of_unknown_outcome()
    {
        string events = Completed("image_generation");
        ProviderFailure failure = await FailureAsync(events[..(events.Length / 2)]);
        Assert.Equal(FailureKind.OutcomeUnknown, failure.Kind);
        Assert.Empty(_case.Files);
    }

    [Fact]
    public async Task A_last_event_that_is_whole_counts_without_its_closing_line()
    {
        string events = Completed("image_generation").TrimEnd('\n');
        Assert.IsType<ProviderAnswer>(await SendAsync(events));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_that_stays_open_after_its_last_event_is_not_waited_for(bool isError)
    {
        string last = isError ? Event("error", """{"type":"error","message":"oh"}""") : Completed("image_generation");
        using var server = new StubServer(
            async (_, stream, stop) =>
            {
                string head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 100000\r\n\r\n";
                await stream.WriteAsync(Encoding.UTF8.GetBytes(head + last), stop);
                await Task.Delay(Timeout.Infinite, stop);
            }
        );
        ProviderOutcome outcome = await SendAsync(server, _case.Generation(Streamed))
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(isError, outcome is ProviderFailure { Kind: FailureKind.OutcomeUnknown });
    }

    [Theory]
    [InlineData("data: no JSON\n\n", "")]
    [InlineData("", "data: no JSON\n\n")]
    [InlineData("", "event: error\ndata: {\"error\":{\"code\":\"server_error\",\"message\":\"oh\"}}\n\n")]
    public async Task What_a_stream_says_beside_its_picture_does_not_lose_it(string before, string after)
    {
        ProviderOutcome outcome = await SendAsync(before + Completed("image_generation") + after);
        Assert.Single(Assert.IsType<ProviderAnswer>(outcome).Pictures);
    }

    [Fact]
    public async Task A_last_event_that_is_no_JSON_cannot_be_read()
    {
        ProviderFailure failure = await FailureAsync(Event("image_generation.completed", "{\"b64_json\":"));
        Assert.Equal(FailureKind.MalformedAnswer, failure.Kind);
        Assert.True(failure.MayHaveBeenPaid);
    }

    [Theory]
    [InlineData(
        """{"type":"error","code":"rate_limit_exceeded","message":"slow","param":null}""",
        FailureKind.RateLimited
    )]
    [InlineData("""{"error":{"code":"moderation_blocked","message":"no"}}""", FailureKind.Moderated)]
    [InlineData("""{"type":"error","error":{"type":"server_error","message":"oh"}}""", FailureKind.OutcomeUnknown)]
    [InlineData("""{"type":"error","message":"oh"}""", FailureKind.OutcomeUnknown)]
    [InlineData(
        """{"error":{"type":"invalid_request_error","code":"invalid_value","message":"no"}}""",
        FailureKind.BadRequest
    )]
    [InlineData(
        """{"error":{"type":"image_generation_user_error","code":"other","message":"no"}}""",
        FailureKind.BadRequest
    )]
    public async Task An_error_in_a_stream_is_read(string data, FailureKind kind)
    {
        ProviderFailure failure = await FailureAsync(Partial("image_generation", 0) + Event("error", data));
        Assert.Equal(kind, failure.Kind);
        Assert.Equal(kind == FailureKind.OutcomeUnknown, failure.MayHaveBeenPaid);
        Assert.Empty(_case.Files);
    }

    [Theory]
    [InlineData(
        "response.failed",
        "failed",
        "\"error\":{\"code\":\"image_content_policy_violation\",\"message\":\"no\"}",
        FailureKind.Moderated
    )]
    [InlineData(
        "response.failed",
        "failed",
        "\"error\":{\"code\":\"server_error\",\"message\":\"oh\"}",
        FailureKind.OutcomeUnknown
    )]
    [InlineData(
        "response.failed",
        "failed",
        "\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"slow\"}",
        FailureKind.RateLimited
    )]
    [InlineData(
        "response.incomplete",
        "incomplete",
        "\"incomplete_details\":{\"reason\":\"content_filter\"}",
        FailureKind.Moderated
    )]
    [InlineData(
        "response.incomplete",
        "incomplete",
        "\"incomplete_details\":{\"reason\":\"max_output_tokens\"}",
        FailureKind.BadRequest
    )]
    public async Task A_response_that_fails_in_a_stream_is_a_failure(
        string name,
        string status,
        string reason,
        FailureKind kind
    )
    {
        string data = $$"""{"type":"{{name}}","response":{"id":"r","status":"{{status}}","output":[],{{reason}} } }""";
        ProviderFailure failure = await FailureAsync(Event(name, data), _case.Conversation(Streamed));
        Assert.Equal(kind, failure.Kind);
        Assert.Equal(kind != FailureKind.RateLimited, failure.MayHaveBeenPaid);
    }

    [Fact]
    public async Task JSON_in_place_of_a_stream_is_an_answer()
    {
        using StubServer server = StubServer.OfJson($$"""{"data":[{"b64_json":"{{ProviderCase.Base64Png}}"}]}""");
        Assert.IsType<ProviderAnswer>(await SendAsync(server, _case.Generation(Streamed)));
    }

    [Fact]
    public async Task A_JSON_error_in_place_of_a_stream_is_read()
    {
        using StubServer server = StubServer.OfJson("""{"error":{"code":"model_not_found","message":"none"}}""");
        var failure = Assert.IsType<ProviderFailure>(await SendAsync(server, _case.Generation(Streamed)));
        Assert.Equal(FailureKind.ModelNotFound, failure.Kind);
    }

    [Fact]
    public async Task A_stream_that_breaks_is_not_asked_for_again()
    {
        // Ids of events are what makes the SDK believe that it may send the request again.
        byte[] start = Encoding.UTF8.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 100000\r\n\r\nretry: 0\nid: 1\n"
                + Partial("image_generation", 0)
        );
        using var server = new StubServer(start);
        foreach (ProviderRequest request in new[] { _case.Generation(Streamed), _case.Conversation(Streamed) })
        {
            var failure = Assert.IsType<ProviderFailure>(await SendAsync(server, request));
            Assert.Equal(FailureKind.OutcomeUnknown, failure.Kind);
        }

        Assert.Equal(2, server.Requests.Count);
    }

    private static string Event(string name, string data) => $"event: {name}\ndata: {data}\n\n";

    private static string Partial(string name, int index) =>
        Event(
            name + ".partial_image",
            $$"""{"type":"{{name}}.partial_image","partial_image_index":{{index}},"b64_json":"{{Convert.ToBase64String(ProviderCase.Png(1, 1))}}"}"""
        );

    private static string Completed(string name) =>
        Event(
            name + ".completed",
            $$"""{"type":"{{name}}.completed","b64_json":"{{ProviderCase.Base64Png}}","usage":{"output_tokens":9} }"""
        );

    private async Task<ProviderFailure> FailureAsync(string events, ProviderRequest? request = null) =>
        Assert.IsType<ProviderFailure>(await SendAsync(events, request));

    private async Task<ProviderOutcome> SendAsync(string events, ProviderRequest? request = null)
    {
        using StubServer server = StubServer.OfEvents(events);
        return await SendAsync(server, request ?? _case.Generation(Streamed));
    }

    private Task<ProviderOutcome> SendAsync(StubServer server, ProviderRequest request) =>
        ProviderCase.SendAsync(ProviderCase.Provider(server.Address), request with { OnPartial = _partials.Add });
}
