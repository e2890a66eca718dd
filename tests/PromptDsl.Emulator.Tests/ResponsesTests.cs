using System.Text.Json;
using PromptDsl.Assets;
using PromptDsl.Emulator.Faults;
using PromptDsl.Emulator.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Emulator.Tests;

public sealed class ResponsesTests
{
    private const string Tool = """[{"type":"image_generation","model":"gpt-image-2","size":"1024x1024"}]""";

    [Fact]
    public async Task The_tool_makes_a_picture_that_others_go_on_from()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply first = await client.PostAsync("responses", Body("\"input\":\"고양이\""));
        JsonElement item = first.Json.GetProperty("output")[0];
        Assert.Equal("image_generation_call", item.GetProperty("type").GetString());
        Assert.Equal("completed", item.GetProperty("status").GetString());
        Assert.Equal("generate", item.GetProperty("action").GetString());
        Assert.Null(FactsOf(item.GetProperty("result").GetBytesFromBase64()).Problem);
        Assert.Contains("고양이", item.GetProperty("revised_prompt").GetString(), StringComparison.Ordinal);

        string id = first.Json.GetProperty("id").GetString()!;
        Assert.Equal(first.Text, (await client.GetAsync($"responses/{id}")).Text);
        Reply second = await client.PostAsync("responses", Body($"\"input\":\"b\",\"previous_response_id\":\"{id}\""));
        Assert.Equal("edit", second.Json.GetProperty("output")[0].GetProperty("action").GetString());
        string itemId = item.GetProperty("id").GetString()!;
        Reply third = await client.PostAsync(
            "responses",
            Body(
                $$"""
                "input":[{"role":"user","content":[{"type":"input_text","text":"c"}]},{"type":"item_reference","id":"{{itemId}}"}]
                """
            )
        );
        Assert.Equal(200, third.Status);
        Assert.Equal(3, server.Paid.Pictures);
    }

    [Theory]
    [InlineData("\"input\":\"a\",\"previous_response_id\":\"resp_none\"", "previous_response_not_found")]
    [InlineData("\"input\":\"a\",\"n\":2", "unknown_parameter")]
    [InlineData("\"input\":[{\"type\":\"video\"}]", "invalid_value")]
    [InlineData("\"stream\":false", "missing_required_parameter")]
    public async Task What_cannot_be_answered_is_refused(string fields, string code)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.PostAsync("responses", Body(fields));
        Assert.Equal((400, code), (reply.Status, reply.Code));
        Assert.Equal(0, server.Paid.Pictures);
    }

    [Theory]
    [InlineData("\"n\":2", "Unknown parameter: 'tools[0].n'.")]
    [InlineData("\"action\":\"edit\"", "The action 'edit' needs an image in the context, and there is none.")]
    [InlineData(
        "\"quality\":\"max\"",
        "Invalid value: 'max'. Supported values are: 'auto', 'low', 'medium', and 'high'."
    )]
    public async Task A_tool_is_checked_like_a_request(string field, string message)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.PostAsync(
            "responses",
            $$"""{"model":"gpt-5","input":"a","tools":[{"type":"image_generation",{{field}}}]}"""
        );
        Assert.Equal((400, message), (reply.Status, reply.Message));
    }

    [Fact]
    public async Task An_image_model_holds_no_conversation()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.PostAsync("responses", $$"""{"model":"gpt-image-2","input":"a","tools":{{Tool}}}""");
        Assert.Equal((400, "model"), (reply.Status, reply.Error.GetProperty("param").GetString()));
    }

    [Fact]
    public async Task A_stream_has_the_events_of_the_call()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.PostAsync(
            "responses",
            """{"model":"gpt-5","input":"a","stream":true,"tools":[{"type":"image_generation","partial_images":1}]}"""
        );
        List<(string Name, JsonElement Data)> events = reply.Events();
        Assert.Equal(
            [
                "response.created",
                "response.in_progress",
                "response.output_item.added",
                "response.image_generation_call.in_progress",
                "response.image_generation_call.generating",
                "response.image_generation_call.partial_image",
                "response.image_generation_call.completed",
                "response.output_item.done",
                "response.completed",
            ],
            events.Select(e => e.Name)
        );
        Assert.Equal(Enumerable.Range(0, 9), events.Select(e => e.Data.GetProperty("sequence_number").GetInt32()));
        Assert.NotEmpty(events[5].Data.GetProperty("partial_image_b64").GetBytesFromBase64());
        Assert.NotEmpty(events[7].Data.GetProperty("item").GetProperty("result").GetBytesFromBase64());
    }

    [Fact]
    public async Task A_picture_can_fail_within_a_good_answer()
    {
        Fault fault = Fault.FailedItem("moderation_blocked") with
        {
            ModerationStage = "output",
            ModerationCategories = ["violence"],
        };
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions { Script = [new FaultRule(fault)] },
            TestContext.Current.CancellationToken
        );
        using var client = new Client(server);
        Reply reply = await client.PostAsync("responses", Body("\"input\":\"a\""));
        Assert.Equal(200, reply.Status);
        JsonElement item = reply.Json.GetProperty("output")[0];
        Assert.Equal("failed", item.GetProperty("status").GetString());
        Assert.Equal("moderation_blocked", item.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(
            "output",
            item.GetProperty("error").GetProperty("moderation_details").GetProperty("moderation_stage").GetString()
        );
        Assert.Equal(0, server.Paid.Pictures);
    }

    [Fact]
    public async Task A_response_can_fail_once_its_picture_is_made_and_paid()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions { Script = [new FaultRule(Fault.FailedResponse())] },
            TestContext.Current.CancellationToken
        );
        using var client = new Client(server);

        Reply reply = await client.PostAsync("responses", Body("\"input\":\"a\""));
        Reply stream = await client.PostAsync("responses", Body("\"input\":\"a\",\"stream\":true"));

        Assert.Equal(200, reply.Status);
        Assert.Equal("failed", reply.Json.GetProperty("status").GetString());
        Assert.Equal("server_error", reply.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(0, reply.Json.GetProperty("output").GetArrayLength());
        List<(string Name, JsonElement Data)> events = stream.Events();
        (string name, JsonElement data) = events[^1];
        Assert.Equal("response.failed", name);
        Assert.Equal("server_error", data.GetProperty("response").GetProperty("error").GetProperty("code").GetString());
        Assert.DoesNotContain(events, e => e.Name.EndsWith(".completed", StringComparison.Ordinal));
        Assert.Equal(2, server.Paid.Pictures);
    }

    private static string Body(string fields) => $$"""{"model":"gpt-5","tools":{{Tool}},{{fields}}}""";

    private static AssetFacts FactsOf(byte[] bytes) => AssetReader.Read(new MemoryStream(bytes), bytes.Length);

    private static Task<EmulatorServer> StartAsync() =>
        EmulatorServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
}
