using System.Text.Json;
using PromptDsl.Assets;
using PromptDsl.Emulator.Tests.Infrastructure;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Emulator.Tests;

public sealed class GenerationTests
{
    [Fact]
    public async Task A_picture_has_the_size_that_was_asked_for()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.GenerateAsync(
            new
            {
                prompt = "고양이",
                model = "gpt-image-2",
                size = "1536x1024",
            }
        );
        AssetFacts facts = FactsOf(reply.Picture());
        Assert.Equal(AssetFormat.Png, facts.Format);
        Assert.Equal(new ImageSize(1536, 1024), facts.Size);
        Assert.Equal("1536x1024", reply.Json.GetProperty("size").GetString());
        JsonElement usage = reply.Json.GetProperty("usage");
        Assert.Equal(1367, usage.GetProperty("output_tokens").GetInt32());
        Assert.Equal(
            usage.GetProperty("total_tokens").GetInt32(),
            usage.GetProperty("input_tokens").GetInt32() + usage.GetProperty("output_tokens").GetInt32()
        );
        Assert.NotEmpty(reply.Headers.GetValues("x-request-id"));
        Assert.NotEmpty(reply.Headers.GetValues("openai-processing-ms"));
    }

    [Fact]
    public async Task Pictures_differ_by_prompt_and_ordinal_and_by_nothing_else()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply two = await client.GenerateAsync(new { prompt = "a", n = 2 });
        Reply again = await client.GenerateAsync(new { prompt = "a", n = 2 });
        Reply other = await client.GenerateAsync(new { prompt = "b" });
        Assert.Equal(two.Picture(0), again.Picture(0));
        Assert.Equal(two.Picture(1), again.Picture(1));
        Assert.NotEqual(two.Picture(0), two.Picture(1));
        Assert.NotEqual(two.Picture(0), other.Picture());
        Assert.Equal(5, server.Paid.Pictures);
    }

    [Fact]
    public async Task A_transparent_background_is_transparent()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.GenerateAsync(
            new
            {
                prompt = "a",
                model = "gpt-image-2.5-flare",
                background = "transparent",
            }
        );
        Assert.True(FactsOf(reply.Picture()).HasTransparentPixels);
        Assert.False(FactsOf((await client.GenerateAsync(new { prompt = "a" })).Picture()).HasTransparentPixels);
    }

    [Fact]
    public async Task A_gif_has_frames()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.GenerateAsync(
            new
            {
                prompt = "a",
                model = "gpt-image-2.6-flare",
                output_format = "gif",
                frame_count = 3,
            }
        );
        AssetFacts facts = FactsOf(reply.Picture());
        Assert.Equal((AssetFormat.Gif, true, null), (facts.Format, facts.IsAnimated, facts.Problem));
        Assert.Equal(new ImageSize(1024, 1024), facts.Size);
    }

    [Fact]
    public async Task A_stream_brings_partial_pictures_and_the_finished_one()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.GenerateAsync(
            new
            {
                prompt = "a",
                stream = true,
                partial_images = 2,
            }
        );
        List<(string Name, JsonElement Data)> events = reply.Events();
        Assert.Equal(
            ["image_generation.partial_image", "image_generation.partial_image", "image_generation.completed"],
            events.Select(e => e.Name)
        );
        Assert.Equal([0, 1], events[..2].Select(e => e.Data.GetProperty("partial_image_index").GetInt32()));
        Assert.All(
            events,
            e =>
            {
                Assert.Equal(e.Name, e.Data.GetProperty("type").GetString());
                Assert.Null(FactsOf(e.Data.GetProperty("b64_json").GetBytesFromBase64()).Problem);
                Assert.Equal("1024x1024", e.Data.GetProperty("size").GetString());
            }
        );
        Assert.Equal(1767 + 200, events[2].Data.GetProperty("usage").GetProperty("output_tokens").GetInt32());
        Assert.Equal(1, server.Paid.Pictures);
    }

    [Fact]
    public async Task Requests_are_recorded_without_their_key()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server, "sk-secret");
        await client.GenerateAsync(new { prompt = "가" });
        RecordedRequest request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/v1/images/generations"), (request.Method, request.Path));
        Assert.Equal("{\"prompt\":\"\\uAC00\"}"u8.ToArray(), request.Body.ToArray());
        Assert.DoesNotContain(request.Headers, h => h.Value.Contains("secret", StringComparison.Ordinal));
        Assert.StartsWith("application/json", request.Headers["content-type"], StringComparison.Ordinal);
        server.Reset();
        Assert.Empty(server.Requests);
        Assert.Equal(0, server.Paid.Pictures);
    }

    [Fact]
    public async Task A_request_without_the_key_is_refused_and_not_paid()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions { Key = "right" },
            TestContext.Current.CancellationToken
        );
        foreach (string? key in new[] { null, "wrong" })
        {
            using var client = new Client(server, key);
            Reply reply = await client.GenerateAsync(new { prompt = "a" });
            Assert.Equal((401, "invalid_api_key"), (reply.Status, reply.Code));
        }

        using var good = new Client(server, "right");
        Assert.Equal(200, (await good.GenerateAsync(new { prompt = "a" })).Status);
        Assert.Equal(1, server.Paid.Pictures);
    }

    private static Task<EmulatorServer> StartAsync() =>
        EmulatorServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

    private static AssetFacts FactsOf(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        AssetFacts facts = AssetReader.Read(stream, bytes.Length);
        Assert.Null(facts.Problem);
        return facts;
    }
}
