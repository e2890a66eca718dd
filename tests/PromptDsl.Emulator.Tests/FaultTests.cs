using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using PromptDsl.Assets;
using PromptDsl.Emulator.Faults;
using PromptDsl.Emulator.Tests.Infrastructure;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Emulator.Tests;

public sealed class FaultTests
{
    private const string Body = "{\"prompt\":\"a\"}";

    public static TheoryData<string, int, string?> Refusals =>
        new()
        {
            { "rate-limited", 429, "rate_limit_exceeded" },
            { "slow-down", 429, "slow_down" },
            { "insufficient-quota", 429, "insufficient_quota" },
            { "project-spend-limit-exceeded", 429, "project_spend_limit_exceeded" },
            { "billing-hard-limit-reached", 400, "billing_hard_limit_reached" },
            { "moderated-input", 400, "moderation_blocked" },
            { "moderated-output", 400, "moderation_blocked" },
            { "server-error", 500, null },
            { "overloaded", 503, "server_is_overloaded" },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task An_error_is_answered_once_and_nothing_is_paid(string name, int status, string? code)
    {
        Fault fault = new[]
        {
            Fault.RateLimited(),
            Fault.SlowDown(),
            Fault.QuotaExhausted(),
            Fault.QuotaExhausted("project_spend_limit_exceeded"),
            Fault.BillingHardLimit(),
            Fault.ModeratedInput("violence"),
            Fault.ModeratedOutput("violence"),
            Fault.ServerError(),
            Fault.Overloaded(),
        }.Single(f => f.Name == name);
        await using EmulatorServer server = await StartAsync(new FaultRule(fault) { Times = 1 });
        using var client = new Client(server);
        Reply reply = await client.PostAsync("images/generations", Body);
        Assert.Equal((status, code), (reply.Status, reply.Code));
        Assert.Equal(["code", "message", "param", "type"], Keys(reply).Except(["moderation_details"]).Order());
        Assert.Equal(0, server.Paid.Pictures);
        Assert.Equal(200, (await client.PostAsync("images/generations", Body)).Status);
        Assert.Equal(1, server.Counters.Faults[name]);
    }

    [Fact]
    public async Task A_moderation_says_where_and_why()
    {
        await using EmulatorServer server = await StartAsync(new FaultRule(Fault.ModeratedOutput("violence", "hate")));
        using var client = new Client(server);
        Reply reply = await client.PostAsync("images/generations", Body);
        JsonElement details = reply.Error.GetProperty("moderation_details");
        Assert.Equal("output", details.GetProperty("moderation_stage").GetString());
        Assert.Equal(
            ["violence", "hate"],
            details.GetProperty("categories").EnumerateArray().Select(c => c.GetString())
        );
    }

    [Fact]
    public async Task A_refusal_says_when_to_come_back()
    {
        await using EmulatorServer server = await StartAsync(
            new FaultRule(
                Fault.RateLimited(TimeSpan.FromMilliseconds(1200)) with
                {
                    Headers = [new("x-should-retry", "true")],
                }
            )
        );
        using var client = new Client(server);
        Reply reply = await client.PostAsync("images/generations", Body);
        Assert.Equal("2", Assert.Single(reply.Headers.GetValues("Retry-After")));
        Assert.Equal("1200", Assert.Single(reply.Headers.GetValues("retry-after-ms")));
        Assert.Equal("true", Assert.Single(reply.Headers.GetValues("x-should-retry")));
    }

    [Fact]
    public async Task A_page_of_html_is_no_json()
    {
        await using EmulatorServer server = await StartAsync(new FaultRule(Fault.HtmlError(504)));
        using var client = new Client(server);
        Reply reply = await client.PostAsync("images/generations", Body);
        Assert.Equal((504, "text/html"), (reply.Status, reply.ContentType));
    }

    [Fact]
    public async Task A_cut_before_the_work_costs_nothing_and_one_after_it_costs_the_picture()
    {
        foreach ((Fault fault, int paid) in new[] { (Fault.CutBeforeHeaders(), 0), (Fault.CutAfterProcessing(), 1) })
        {
            await using EmulatorServer server = await StartAsync(new FaultRule(fault));
            Assert.Equal("", await RawAsync(server, Body));
            Assert.Equal(paid, server.Paid.Pictures);
        }
    }

    [Fact]
    public async Task A_cut_in_the_body_leaves_a_part_of_it()
    {
        await using EmulatorServer server = await StartAsync(new FaultRule(Fault.CutInBody()));
        using var client = new Client(server);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync("images/generations", Body));
        Assert.Equal(1, server.Paid.Pictures);
    }

    [Fact]
    public async Task A_truncated_stream_ends_properly_without_its_completed_event()
    {
        await using EmulatorServer server = await StartAsync(new FaultRule(Fault.TruncatedStream()));
        using var client = new Client(server);
        Reply reply = await client.PostAsync(
            "images/generations",
            "{\"prompt\":\"a\",\"stream\":true,\"partial_images\":1}"
        );
        Assert.Equal(["image_generation.partial_image"], reply.Events().Select(e => e.Name));
        Assert.Equal(1, server.Paid.Pictures);
    }

    [Fact]
    public async Task A_stream_can_end_in_an_error()
    {
        await using EmulatorServer server = await StartAsync(new FaultRule(Fault.StreamError()));
        using var client = new Client(server);
        Reply reply = await client.PostAsync("images/generations", "{\"prompt\":\"a\",\"stream\":true}");
        (string name, JsonElement data) = Assert.Single(reply.Events());
        Assert.Equal("error", name);
        Assert.Equal("server_error", data.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Json_can_come_where_a_stream_was_asked_for()
    {
        await using EmulatorServer server = await StartAsync(new FaultRule(Fault.JsonInsteadOfStream()));
        using var client = new Client(server);
        Reply reply = await client.PostAsync("images/generations", "{\"prompt\":\"a\",\"stream\":true}");
        Assert.Equal("application/json", reply.ContentType);
        Assert.NotEmpty(reply.Picture());
    }

    [Fact]
    public async Task Answers_can_be_broken_in_every_layer()
    {
        await using EmulatorServer server = await StartAsync(
            new FaultRule(Fault.MalformedJson()) { Request = 1 },
            new FaultRule(Fault.MalformedBase64()) { Request = 1 },
            new FaultRule(Fault.EmptyData()) { Request = 1 },
            new FaultRule(Fault.NotAPicture()) { Request = 1 },
            new FaultRule(Fault.WrongSize()) { Request = 1 }
        );
        using var client = new Client(server);
        Reply json = await client.PostAsync("images/generations", Body);
        Assert.ThrowsAny<JsonException>(() => json.Json);
        Reply base64 = await client.PostAsync("images/generations", Body);
        Assert.Throws<FormatException>(() => base64.Picture());
        Reply empty = await client.PostAsync("images/generations", Body);
        Assert.Equal(0, empty.Json.GetProperty("data").GetArrayLength());
        Reply text = await client.PostAsync("images/generations", Body);
        Assert.NotNull(FactsOf(text.Picture()).Problem);
        Reply small = await client.PostAsync("images/generations", Body);
        Assert.Equal(new ImageSize(512, 512), FactsOf(small.Picture()).Size);
        Assert.Equal(5, server.Paid.Pictures);
    }

    [Fact]
    public async Task A_rule_counts_the_requests_that_its_conditions_mean()
    {
        await using EmulatorServer server = await StartAsync(
            new FaultRule(Fault.ServerError())
            {
                Prompt = "고양이",
                Model = "gpt-image-2",
                Request = 2,
            }
        );
        using var client = new Client(server);
        var statuses = new List<int>();
        foreach (string prompt in new[] { "고양이", "개", "한 고양이", "고양이" })
        {
            statuses.Add((await client.GenerateAsync(new { prompt, model = "gpt-image-2" })).Status);
        }

        Assert.Equal([200, 200, 500, 200], statuses);
    }

    [Fact]
    public async Task Chance_falls_the_same_way_with_the_same_seed()
    {
        List<int> first = await StatusesAsync(seed: 7);
        Assert.Equal(first, await StatusesAsync(seed: 7));
        Assert.NotEqual(first, await StatusesAsync(seed: 8));
        Assert.Contains(200, first);
        Assert.Contains(500, first);

        async Task<List<int>> StatusesAsync(int seed)
        {
            await using EmulatorServer server = await StartAsync(
                new FaultRule(Fault.ServerError()) { Chance = 0.5, Seed = seed }
            );
            using var client = new Client(server);
            var statuses = new List<int>();
            for (int i = 0; i < 20; i++)
            {
                statuses.Add((await client.PostAsync("images/generations", Body)).Status);
            }

            return statuses;
        }
    }

    /// <summary>Everything that comes back over a socket before the connection ends, however it ends.</summary>
    private static async Task<string> RawAsync(EmulatorServer server, string body)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.BaseUrl.Host, server.BaseUrl.Port, cancellation);
        NetworkStream stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /v1/images/generations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer k\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"
            ),
            cancellation
        );
        var text = new MemoryStream();
        try
        {
            await stream.CopyToAsync(text, cancellation);
        }
        catch (IOException)
        {
            // The connection was reset, which is a way to be cut.
        }

        return Encoding.ASCII.GetString(text.ToArray());
    }

    private static IEnumerable<string> Keys(Reply reply) => reply.Error.EnumerateObject().Select(p => p.Name);

    private static AssetFacts FactsOf(byte[] bytes) => AssetReader.Read(new MemoryStream(bytes), bytes.Length);

    private static Task<EmulatorServer> StartAsync(params FaultRule[] rules) =>
        EmulatorServer.StartAsync(new EmulatorOptions { Script = [.. rules] }, TestContext.Current.CancellationToken);
}
