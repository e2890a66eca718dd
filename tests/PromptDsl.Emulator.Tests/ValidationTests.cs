using System.Net;
using System.Net.Sockets;
using PromptDsl.Emulator.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Emulator.Tests;

public sealed class ValidationTests
{
    [Theory]
    [InlineData("\"seed\":1", "unknown_parameter", "seed")]
    [InlineData("\"response_format\":\"b64_json\"", "unknown_parameter", "response_format")]
    [InlineData("\"style\":\"vivid\"", "unknown_parameter", "style")]
    [InlineData("\"input_fidelity\":\"high\"", "unknown_parameter", "input_fidelity")]
    [InlineData("\"output_format\":1", "invalid_type", "output_format")]
    [InlineData("\"n\":\"2\"", "invalid_type", "n")]
    [InlineData("\"n\":1.5", "invalid_type", "n")]
    [InlineData("\"n\":0", "integer_below_min_value", "n")]
    [InlineData("\"n\":11", "integer_above_max_value", "n")]
    [InlineData("\"size\":\"1000x1000\"", "invalid_value", "size")]
    [InlineData("\"size\":\"big\"", "invalid_value", "size")]
    [InlineData("\"quality\":\"max\"", "invalid_value", "quality")]
    [InlineData("\"quality\":\"hd\"", "invalid_value", "quality")]
    [InlineData("\"output_format\":\"gif\"", "invalid_value", "output_format")]
    [InlineData("\"output_compression\":80", "invalid_value", "output_compression")]
    [InlineData(
        "\"output_compression\":101,\"output_format\":\"webp\"",
        "integer_above_max_value",
        "output_compression"
    )]
    [InlineData("\"background\":\"transparent\"", "invalid_value", "background")]
    [InlineData("\"background\":\"white\"", "invalid_value", "background")]
    [InlineData("\"moderation\":\"high\"", "invalid_value", "moderation")]
    [InlineData("\"partial_images\":4,\"stream\":true", "integer_above_max_value", "partial_images")]
    [InlineData("\"stream\":\"yes\"", "invalid_type", "stream")]
    [InlineData("\"frame_count\":3", "invalid_value", "frame_count")]
    public async Task What_the_model_does_not_take_is_refused(string field, string code, string parameter)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.PostAsync(
            "images/generations",
            $$"""{"prompt":"a","model":"gpt-image-2",{{field}}}"""
        );
        Assert.Equal((400, code), (reply.Status, reply.Code));
        Assert.Equal(parameter, reply.Error.GetProperty("param").GetString());
        Assert.Equal("invalid_request_error", reply.Error.GetProperty("type").GetString());
        Assert.Equal(0, server.Paid.Pictures);
    }

    [Theory]
    [InlineData("gpt-image-2.5-flare", "\"background\":\"transparent\",\"output_format\":\"jpeg\"", "background")]
    [InlineData("gpt-image-2.6-flare", "\"output_format\":\"svg\",\"n\":2", "n")]
    [InlineData("gpt-image-2.6-flare", "\"output_format\":\"svg\",\"stream\":true", "stream")]
    [InlineData("gpt-image-2.6-flare", "\"output_format\":\"gif\",\"partial_images\":1", "partial_images")]
    [InlineData("gpt-image-2.6-flare", "\"svg\":{}", "svg")]
    public async Task Parameters_that_exclude_each_other_are_refused(string model, string fields, string parameter)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.PostAsync(
            "images/generations",
            $$"""{"prompt":"a","model":"{{model}}",{{fields}}}"""
        );
        Assert.Equal((400, "invalid_value"), (reply.Status, reply.Code));
        Assert.Equal(parameter, reply.Error.GetProperty("param").GetString());
    }

    [Theory]
    [InlineData("gpt-image-2", "\"size\":\"2048x1152\"")]
    [InlineData("gpt-image-2", "\"size\":\"auto\",\"n\":null")]
    [InlineData("gpt-image-2", "\"output_compression\":100")]
    [InlineData("gpt-image-2", "\"user\":\"\\ud83d\\ude00\"")]
    [InlineData("gpt-image-2-2026-04-21", "\"quality\":\"high\"")]
    [InlineData("gpt-image-2.6-sunburst", "\"complexity\":\"low\",\"quality\":\"max\",\"safety_identifier\":\"h\"")]
    [InlineData("gpt-image-2.6-sunburst", "\"output_format\":\"svg\",\"svg\":{}")]
    public async Task What_the_model_takes_is_answered(string model, string fields)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.PostAsync(
            "images/generations",
            $$"""{"prompt":"a","model":"{{model}}",{{fields}}}"""
        );
        Assert.NotEmpty(reply.Picture());
    }

    [Theory]
    [InlineData("gpt-image-1")]
    [InlineData("dall-e-3")]
    [InlineData("gpt-image-2.5")]
    public async Task A_model_that_is_not_served_is_not_found(string model)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.GenerateAsync(new { prompt = "a", model });
        Assert.Equal((404, "model_not_found"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("2026-11-30", 200)]
    [InlineData("2026-12-01", 404)]
    public async Task A_model_is_served_until_its_last_day(string day, int status)
    {
        var options = new EmulatorOptions { Clock = new FixedClock(day) };
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            options,
            TestContext.Current.CancellationToken
        );
        using var client = new Client(server);
        Assert.Equal(status, (await client.GenerateAsync(new { prompt = "a", model = "gpt-image-1.5" })).Status);
        Assert.Equal(
            status == 200,
            (await client.GetAsync("models")).Text.Contains("gpt-image-1.5\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_list_of_models_says_when_they_end()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions { Clock = new FixedClock("2026-11-21") },
            TestContext.Current.CancellationToken
        );
        using var client = new Client(server);
        Dictionary<string, string?> ends = (await client.GetAsync("models"))
            .Json.GetProperty("data")
            .EnumerateArray()
            .ToDictionary(m => m.GetProperty("id").GetString()!, m => m.GetProperty("shutdown_date").GetString());
        Assert.Equal("2026-12-01", ends["gpt-image-1.5"]);
        Assert.Null(ends["gpt-image-2"]);
        Assert.DoesNotContain("dall-e-3", ends.Keys);
    }

    [Theory]
    [InlineData("", "empty_string")]
    [InlineData(null, "missing_required_parameter")]
    public async Task A_prompt_is_needed(string? prompt, string code)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Assert.Equal(code, (await client.GenerateAsync(new { prompt })).Code);
    }

    [Fact]
    public async Task A_prompt_is_limited_in_characters_and_not_in_bytes()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Assert.Equal(200, (await client.GenerateAsync(new { prompt = new string('가', 32_000) })).Status);
        Reply reply = await client.GenerateAsync(new { prompt = new string('가', 32_001) });
        Assert.Equal((400, "string_above_max_length"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("{\"prompt\":")]
    [InlineData("[]")]
    [InlineData("{\"prompt\":\"\\ud800\"}")]
    [InlineData("{\"\\uDC00\":1}")]
    public async Task A_body_that_is_no_object_is_refused(string body)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.PostAsync("images/generations", body);
        Assert.Equal(400, reply.Status);
        Assert.StartsWith("We could not parse", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_announced_too_long_is_refused()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.BaseUrl.Port, TestContext.Current.CancellationToken);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(
            "POST /v1/files HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nContent-Length: 1000000001\r\n\r\n"u8.ToArray(),
            TestContext.Current.CancellationToken
        );
        using var reader = new StreamReader(stream);
        string answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("Request body too large", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variations_are_retired_and_other_paths_unknown()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply variations = await client.PostAsync("images/variations", "{}");
        Assert.Equal("This endpoint no longer accepts requests.", variations.Message);
        Reply unknown = await client.PostAsync("images/upscales", "{}");
        Assert.Equal((404, "Invalid URL (POST /v1/images/upscales)"), (unknown.Status, unknown.Message));
    }

    private static Task<EmulatorServer> StartAsync() =>
        EmulatorServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
}
