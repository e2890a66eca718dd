using System.Text;
using PromptDsl.Emulator.Faults;
using PromptDsl.Emulator.Scripts;
using PromptDsl.Emulator.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Emulator.Tests;

public sealed class ScriptTests
{
    [Fact]
    public void A_script_says_everything()
    {
        EmulatorOptions options = Read(
            """
            {
              "schema": 1, // a comment
              "latencyMs": 50,
              "picture": "tiny",
              "batchPolls": 3,
              "limits": { "requests": 5, "images": 10, "windowMs": 1000 },
              "rules": [
                {
                  "fault": "rate-limited",
                  "when": { "endpoint": "images/edits", "model": "m", "prompt": "고양이", "request": 2, "times": 1 },
                  "retryAfterMs": 1500,
                  "headers": { "x-should-retry": "true" },
                },
                { "fault": "error", "status": 418, "code": "teapot", "message": "no", "when": { "chance": 0.5, "seed": 7 } },
                { "fault": "moderated-output", "categories": ["violence"] }
              ]
            }
            """
        );
        Assert.Equal(TimeSpan.FromMilliseconds(50), options.Latency);
        Assert.Equal((PictureStyle.Tiny, 3), (options.Picture, options.BatchPolls));
        Assert.Equal(
            new RateLimitOptions
            {
                Requests = 5,
                Images = 10,
                Window = TimeSpan.FromSeconds(1),
            },
            options.Limits
        );
        FaultRule first = options.Script[0];
        Assert.Equal(("images/edits", "m", "고양이"), (first.Endpoint, first.Model, first.Prompt));
        Assert.Equal((2, 1), (first.Request, first.Times));
        Assert.Equal(TimeSpan.FromMilliseconds(1500), first.Fault.RetryAfter);
        Assert.Equal(
            (418, "teapot", "no"),
            (options.Script[1].Fault.Status, options.Script[1].Fault.Code, options.Script[1].Fault.Message)
        );
        Assert.Equal((0.5, 7), (options.Script[1].Chance, options.Script[1].Seed));
        Assert.Equal(["violence"], options.Script[2].Fault.ModerationCategories);
    }

    [Fact]
    public void Every_fault_has_a_name_of_its_own()
    {
        Assert.Equal(FaultNames.All.Length, FaultNames.All.Distinct().Count());
        Assert.Equal(
            Enum.GetValues<FaultKind>(),
            FaultNames.All.Select(n => FaultNames.Find(n).Kind).Distinct().Order()
        );
    }

    [Theory]
    [InlineData("", 1, 1, "this is not valid JSON: The input does not contain any JSON tokens")]
    [InlineData("{\n  \"rules\": [}\n", 2, 13, "this is not valid JSON: '}' is an invalid start of a value")]
    [InlineData("{}\n{}", 2, 1, "this is not valid JSON: '{' is invalid after a single JSON value")]
    [InlineData("[]", 1, 1, "an object is expected here")]
    [InlineData("{ \"ruels\": [] }", 1, 3, "there is no 'ruels' here; did you mean 'rules'?")]
    [InlineData("{\n\"batchPolls\": 0 }", 2, 15, "'batchPolls' is a number from 1 to 2147483647")]
    [InlineData("{ \"batchPolls\": 1.5 }", 1, 17, "'batchPolls' is a whole number")]
    [InlineData("{ \"batchPolls\": 1e999 }", 1, 17, "'batchPolls' is a number from 1 to 2147483647")]
    [InlineData("{ \"picture\": \"small\" }", 1, 14, "there is no picture 'small'; there are pattern, tiny")]
    [InlineData("{ \"rules\": [{}] }", 1, 13, "'fault' is missing here")]
    [InlineData(
        "{ \"rules\": [{ \"fault\": \"slowdown\" }] }",
        1,
        24,
        "there is no fault 'slowdown'; did you mean 'slow-down'?"
    )]
    [InlineData(
        "{ \"rules\": [{ \"fault\": \"failed-item\", \"when\": { \"endpoint\": \"files\" } }] }",
        1,
        61,
        "'failed-item' cannot happen at 'files'; it can at responses"
    )]
    [InlineData("{ \"schema\": 1, \"schema\": 1 }", 1, 16, "'schema' is given twice")]
    [InlineData("{ \"한국어\": \"\", \"latencyMs\": \"5\" }", 1, 27, "a number is expected here")]
    [InlineData("{ \"picture\": \"\\uD800\" }", 1, 14, "this text is not valid Unicode")]
    [InlineData(
        "{ \"rules\": [{ \"fault\": \"slow\", \"headers\": { \"a b\": \"c\" } }] }",
        1,
        45,
        "'a b' is no header that can be sent"
    )]
    public void A_script_that_is_wrong_is_refused_where_it_is_wrong(string json, int line, int column, string message)
    {
        ScriptException e = Assert.Throws<ScriptException>(() => Read(json));
        Assert.Equal(message, e.Message);
        Assert.Equal((line, column), (e.Line, e.Column));
    }

    [Fact]
    public async Task A_script_is_carried_out()
    {
        EmulatorOptions options = Read(
            """{ "rules": [{ "fault": "overloaded", "when": { "times": 1 }, "delayMs": 1, "message": "바쁨" }] }"""
        );
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            options,
            TestContext.Current.CancellationToken
        );
        using var client = new Client(server);
        Assert.Equal("바쁨", (await client.GenerateAsync(new { prompt = "a" })).Message);
        Assert.Equal(200, (await client.GenerateAsync(new { prompt = "a" })).Status);
    }

    [Fact]
    public async Task The_emulator_tells_what_happened()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions { Script = [new FaultRule(Fault.CutAfterProcessing()) { Times = 1 }] },
            TestContext.Current.CancellationToken
        );
        using var client = new Client(server, "sk-secret");
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GenerateAsync(new { prompt = "a" }));
        await client.GenerateAsync(new { prompt = "b" });
        Reply counters = await CountersAfterAsync(client, answers: 2);
        Assert.Equal(2, counters.Json.GetProperty("requests").GetProperty("images/generations").GetInt32());
        Assert.Equal(1, counters.Json.GetProperty("answers").GetProperty("0").GetInt32());
        Assert.Equal(1, counters.Json.GetProperty("faults").GetProperty("cut-after-processing").GetInt32());
        Assert.Equal(2, counters.Json.GetProperty("paid").GetProperty("pictures").GetInt32());
        Assert.True(counters.Json.GetProperty("paid").GetProperty("dollars").GetDecimal() > 0.1m);

        Reply requests = await client.GetAsync("../emulator/requests");
        Assert.DoesNotContain("secret", requests.Text, StringComparison.Ordinal);
        Assert.Equal(
            "{\"prompt\":\"b\"}",
            Encoding.UTF8.GetString(requests.Json.GetProperty("requests")[1].GetProperty("body").GetBytesFromBase64())
        );
        Assert.Equal(200, (await client.PostAsync("../emulator/reset", "")).Status);
        Assert.Empty(server.Requests);
        Assert.Equal(404, (await client.GetAsync("../emulator/nothing")).Status);
    }

    /// <summary>The counters once that many answers have ended: a client sees the end of one a moment before they do.</summary>
    private static async Task<Reply> CountersAfterAsync(Client client, int answers)
    {
        for (int attempt = 1; ; attempt++)
        {
            Reply counters = await client.GetAsync("../emulator/counters");
            int ended = counters.Json.GetProperty("answers").EnumerateObject().Sum(a => a.Value.GetInt32());
            if (ended >= answers || attempt == 1000)
            {
                return counters;
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static EmulatorOptions Read(string json) =>
        ScriptFile.Read(Encoding.UTF8.GetBytes(json), new EmulatorOptions());
}
