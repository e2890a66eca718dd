using System.Text.Json;
using PromptDsl.Emulator.Faults;
using PromptDsl.Emulator.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Emulator.Tests;

public sealed class BatchTests
{
    [Fact]
    public async Task A_batch_ends_after_the_polls_with_an_output_and_an_error_file()
    {
        await using EmulatorServer server = await StartAsync(
            new FaultRule(Fault.ModeratedInput("violence")) { Prompt = "bad", InBatch = true }
        );
        using var client = new Client(server);
        string id = await CreateAsync(client, Line("one", "a"), Line("two", "bad"), Line("three", "b"));
        Assert.Equal(["in_progress", "completed"], await PollAsync(client, id, 2));
        Reply batch = await client.GetAsync($"batches/{id}");
        Assert.Equal((3, 2, 1), Counts(batch));

        List<JsonElement> output = await LinesAsync(client, batch, "output_file_id");
        Assert.Equal(["one", "three"], output.Select(l => l.GetProperty("custom_id").GetString()));
        Assert.All(
            output,
            l =>
            {
                Assert.Equal(200, l.GetProperty("response").GetProperty("status_code").GetInt32());
                JsonElement data = l.GetProperty("response").GetProperty("body").GetProperty("data")[0];
                Assert.NotEmpty(data.GetProperty("b64_json").GetBytesFromBase64());
            }
        );
        JsonElement error = Assert.Single(await LinesAsync(client, batch, "error_file_id"));
        Assert.Equal(
            "moderation_blocked",
            error.GetProperty("response").GetProperty("body").GetProperty("error").GetProperty("code").GetString()
        );
        Assert.Equal(2, server.Paid.Pictures);
    }

    [Fact]
    public async Task A_batch_can_expire_with_half_of_it_done()
    {
        await using EmulatorServer server = await StartAsync(new FaultRule(Fault.ExpiredBatch()));
        using var client = new Client(server);
        string id = await CreateAsync(client, Line("one", "a"), Line("two", "b"));
        Assert.Equal("expired", (await PollAsync(client, id, 2))[^1]);
        Reply batch = await client.GetAsync($"batches/{id}");
        Assert.Single(await LinesAsync(client, batch, "output_file_id"));
        JsonElement error = Assert.Single(await LinesAsync(client, batch, "error_file_id"));
        Assert.Equal("batch_expired", error.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(1, server.Paid.Pictures);
    }

    [Fact]
    public async Task A_batch_with_a_broken_line_fails_as_a_whole()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        string id = await CreateAsync(client, Line("one", "a"), "{", Line("one", "b"));
        Assert.Equal("failed", (await PollAsync(client, id, 1))[0]);
        Reply batch = await client.GetAsync($"batches/{id}");
        Assert.Equal(
            ["invalid_json_line", "duplicate_custom_id"],
            batch
                .Json.GetProperty("errors")
                .GetProperty("data")
                .EnumerateArray()
                .Select(e => e.GetProperty("code").GetString())
        );
        Assert.Equal(0, server.Paid.Pictures);
    }

    [Fact]
    public async Task A_batch_can_be_cancelled()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        string id = await CreateAsync(client, Line("one", "a"));
        Assert.Equal("cancelling", Status(await client.PostAsync($"batches/{id}/cancel", "")));
        Assert.Equal("cancelled", (await PollAsync(client, id, 1))[0]);
        Assert.Equal(0, server.Paid.Pictures);
        Assert.Equal(1, (await client.GetAsync("batches")).Json.GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task What_batches_do_not_take_fails_in_its_line()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        string stream = Line("two", "a").Replace("\"prompt\"", "\"stream\":true,\"prompt\"", StringComparison.Ordinal);
        string id = await CreateAsync(client, Line("one", "a", "gpt-image-2.5-flare"), stream);
        await PollAsync(client, id, 2);
        Assert.Equal((2, 0, 2), Counts(await client.GetAsync($"batches/{id}")));
        Assert.Equal(0, server.Paid.Pictures);
    }

    [Theory]
    [InlineData("/v1/embeddings", "24h", "endpoint")]
    [InlineData("/v1/images/generations", "1h", "completion_window")]
    public async Task A_batch_of_another_kind_is_refused(string endpoint, string window, string parameter)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        string file = await UploadAsync(client, Line("one", "a"));
        Reply reply = await client.PostAsync(
            "batches",
            $$"""{"input_file_id":"{{file}}","endpoint":"{{endpoint}}","completion_window":"{{window}}"}"""
        );
        Assert.Equal((400, parameter), (reply.Status, reply.Error.GetProperty("param").GetString()));
    }

    [Fact]
    public async Task Files_are_listed_read_used_and_deleted()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        byte[] picture = TestPicture.Png();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("vision"), "purpose" },
            { TestPicture.Part(picture), "file", "in.png" },
        };
        Reply uploaded = await client.PostAsync("files", form);
        string id = uploaded.Json.GetProperty("id").GetString()!;
        Assert.Equal(picture.Length, uploaded.Json.GetProperty("bytes").GetInt32());
        Assert.Equal(picture, (await client.GetAsync($"files/{id}/content")).Bytes);
        Assert.Equal(id, (await client.GetAsync("files")).Json.GetProperty("data")[0].GetProperty("id").GetString());
        Reply edit = await client.PostAsync("images/edits", $$"""{"prompt":"a","images":[{"file_id":"{{id}}"}]}""");
        Assert.NotEmpty(edit.Picture());
        int kept = server.Counters.FilesKept;
        Assert.Equal(200, (await client.DeleteAsync($"files/{id}")).Status);
        Assert.Equal((kept - 1, 1), (server.Counters.FilesKept, server.Counters.FilesDeleted));
        Assert.Equal(404, (await client.GetAsync($"files/{id}")).Status);
    }

    private static string Line(string id, string prompt, string model = "gpt-image-2") =>
        JsonSerializer.Serialize(
            new
            {
                custom_id = id,
                method = "POST",
                url = "/v1/images/generations",
                body = new { model, prompt },
            }
        );

    private static async Task<string> UploadAsync(Client client, params string[] lines)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("batch"), "purpose" },
            { new StringContent(string.Join('\n', lines)), "file", "in.jsonl" },
        };
        return (await client.PostAsync("files", form)).Json.GetProperty("id").GetString()!;
    }

    private static async Task<string> CreateAsync(Client client, params string[] lines)
    {
        string file = await UploadAsync(client, lines);
        Reply reply = await client.PostAsync(
            "batches",
            $$"""{"input_file_id":"{{file}}","endpoint":"/v1/images/generations","completion_window":"24h"}"""
        );
        Assert.Equal("validating", Status(reply));
        return reply.Json.GetProperty("id").GetString()!;
    }

    private static async Task<List<string?>> PollAsync(Client client, string id, int times)
    {
        var statuses = new List<string?>();
        for (int i = 0; i < times; i++)
        {
            statuses.Add(Status(await client.GetAsync($"batches/{id}")));
        }

        return statuses;
    }

    private static async Task<List<JsonElement>> LinesAsync(Client client, Reply batch, string name)
    {
        Reply file = await client.GetAsync($"files/{batch.Json.GetProperty(name).GetString()}/content");
        return
        [
            .. file
                .Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => JsonDocument.Parse(l).RootElement),
        ];
    }

    private static (int, int, int) Counts(Reply batch)
    {
        JsonElement counts = batch.Json.GetProperty("request_counts");
        return (
            counts.GetProperty("total").GetInt32(),
            counts.GetProperty("completed").GetInt32(),
            counts.GetProperty("failed").GetInt32()
        );
    }

    private static string? Status(Reply batch) => batch.Json.GetProperty("status").GetString();

    private static Task<EmulatorServer> StartAsync(params FaultRule[] rules) =>
        EmulatorServer.StartAsync(new EmulatorOptions { Script = [.. rules] }, TestContext.Current.CancellationToken);
}
