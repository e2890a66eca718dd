using System.Text.Json;
using PromptDsl.Emulator.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Emulator.Tests;

public sealed class ListTests
{
    [Theory]
    [InlineData("limit=2", true, 3, 2)]
    [InlineData("limit=2&after=file-00000002", false, 1)]
    [InlineData("limit=2&order=asc", true, 1, 2)]
    [InlineData("order=asc&after=file-00000001", false, 2, 3)]
    [InlineData("purpose=batch", false, 2)]
    [InlineData("purpose=evals", false)]
    [InlineData("after=file-00000001", false)]
    public async Task Files_are_listed_in_pages(string query, bool hasMore, params int[] files)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        foreach (string purpose in new[] { "vision", "batch", "vision" })
        {
            await UploadAsync(client, purpose, "{}");
        }

        JsonElement list = (await client.GetAsync("files?" + query)).Json;
        Assert.Equal(files.Select(f => $"file-{f:D8}"), IdsOf(list));
        Assert.Equal(hasMore, list.GetProperty("has_more").GetBoolean());
        Assert.Equal(IdsOf(list).FirstOrDefault(), list.GetProperty("first_id").GetString());
        Assert.Equal(IdsOf(list).LastOrDefault(), list.GetProperty("last_id").GetString());
    }

    [Fact]
    public async Task Batches_are_listed_in_pages_of_twenty()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        string file = await UploadAsync(client, "batch", "{}");
        for (int i = 0; i < 23; i++)
        {
            await client.PostAsync(
                "batches",
                $$"""{"input_file_id":"{{file}}","endpoint":"/v1/images/generations","completion_window":"24h"}"""
            );
        }

        JsonElement first = (await client.GetAsync("batches")).Json;
        Assert.Equal(20, IdsOf(first).Count);
        Assert.True(first.GetProperty("has_more").GetBoolean());
        JsonElement second = (await client.GetAsync($"batches?after={first.GetProperty("last_id").GetString()}")).Json;
        Assert.Equal(["batch_00000003", "batch_00000002", "batch_00000001"], IdsOf(second));
        Assert.False(second.GetProperty("has_more").GetBoolean());
    }

    [Theory]
    [InlineData("files?limit=0", "integer_below_min_value", "limit")]
    [InlineData("files?limit=10001", "integer_above_max_value", "limit")]
    [InlineData("files?limit=many", "invalid_type", "limit")]
    [InlineData("files?order=up", "invalid_value", "order")]
    [InlineData("files?after=file-9", "invalid_value", "after")]
    [InlineData("batches?limit=101", "integer_above_max_value", "limit")]
    public async Task A_page_that_there_cannot_be_is_refused(string path, string code, string parameter)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.GetAsync(path);
        Assert.Equal((400, code), (reply.Status, reply.Code));
        Assert.Equal(parameter, reply.Error.GetProperty("param").GetString());
    }

    private static List<string?> IdsOf(JsonElement list) =>
        [.. list.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("id").GetString())];

    private static async Task<string> UploadAsync(Client client, string purpose, string content)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(purpose), "purpose" },
            { new StringContent(content), "file", "in.jsonl" },
        };
        return (await client.PostAsync("files", form)).Json.GetProperty("id").GetString()!;
    }

    private static Task<EmulatorServer> StartAsync() =>
        EmulatorServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
}
