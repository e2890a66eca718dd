using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using PromptDsl.Emulator;
using PromptDsl.Emulator.Faults;
using PromptDsl.Pictures;
using Xunit;

namespace PromptDsl.Samples.Tests;

public sealed class WebApiTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("promptc-webapi-").FullName;
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Templates_are_listed_with_their_typed_parameters()
    {
        JsonElement templates = await _http.GetFromJsonAsync<JsonElement>("templates", Cancellation);
        Assert.Equal(
            ["postcard", "sticker"],
            templates.EnumerateArray().Select(t => t.GetProperty("name").GetString())
        );
        JsonElement[] parameters = [.. templates[0].GetProperty("parameters").EnumerateArray()];
        Assert.Equal(
            """{"name":"season","type":"choice [\"spring\", \"summer\", \"autumn\", \"winter\"]","default":"\"autumn\"","restrictions":null}""",
            parameters[1].GetRawText()
        );
        Assert.Equal("{ min: 1, max: 5 }", parameters[4].GetProperty("restrictions").GetString());
    }

    [Fact]
    public async Task A_picture_is_made_from_values_of_every_type()
    {
        using HttpResponseMessage answer = await PostAsync(
            "templates/postcard/pictures",
            """{ "place": "호숫가 오두막", "season": "winter", "snow": true, "cabins": 2 }"""
        );
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Raster picture = PictureDecoder.Decode(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal((1536, 1024), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData(
        """{ "season": "monsoon" }""",
        "season",
        "choice [\"spring\", \"summer\", \"autumn\", \"winter\"]",
        "postcard.imgp:7:7"
    )]
    [InlineData("""{ "cabins": 9 }""", "cabins", "number", "postcard.imgp:10:7")]
    [InlineData("""{ "cabins": "many" }""", "cabins", "number", "postcard.imgp:10:7")]
    [InlineData("""{ "snow": "perhaps" }""", "snow", "boolean", "postcard.imgp:9:7")]
    [InlineData(
        """{ "greeting": "a greeting that is far too long for a card" }""",
        "greeting",
        "text",
        "postcard.imgp:8:7"
    )]
    [InlineData("""{ "sesaon": "winter" }""", null, null, "postcard.imgp:1:1")]
    public async Task A_value_that_does_not_fit_is_named_with_type_and_position(
        string values,
        string? parameter,
        string? type,
        string position
    )
    {
        using HttpResponseMessage answer = await PostAsync("templates/postcard/pictures", values);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        JsonElement error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal(
            (parameter, type, position),
            (
                error.GetProperty("parameter").GetString(),
                error.GetProperty("type").GetString(),
                error.GetProperty("position").GetString()
            )
        );
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }

    [Theory]
    [InlineData("templates/nothing/pictures", "{}", HttpStatusCode.NotFound)]
    [InlineData("templates/nothing/price", "{}", HttpStatusCode.NotFound)]
    [InlineData("templates/..%2Fpostcard/pictures", "{}", HttpStatusCode.NotFound)]
    [InlineData("templates/postcard/pictures", "{", HttpStatusCode.BadRequest)]
    [InlineData("templates/postcard/pictures", "[]", HttpStatusCode.BadRequest)]
    public async Task What_is_no_request_is_a_problem(string address, string body, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await PostAsync(address, body);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("{ \"cabins\": ", "LineNumber: 0 | BytePositionInLine: 12.")]
    [InlineData("[]", "LineNumber: 0 | BytePositionInLine: 1.")]
    public async Task What_is_no_JSON_is_named_with_its_position(string body, string position)
    {
        using HttpResponseMessage answer = await PostAsync("templates/postcard/price", body);
        JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        string detail = problem.GetProperty("detail").GetString()!;
        Assert.StartsWith("The body is no JSON object of values. ", detail, StringComparison.Ordinal);
        Assert.EndsWith(position, detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_is_no_value()
    {
        using HttpResponseMessage left = await PostAsync("templates/postcard/price", """{ "cabins": null }""");
        Assert.Equal(HttpStatusCode.OK, left.StatusCode);
    }

    [Fact]
    public async Task A_request_has_a_largest_size()
    {
        string body = $$"""{ "place": "{{new string('x', 20_000)}}" }""";
        using HttpResponseMessage answer = await PostAsync("templates/postcard/pictures", body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task The_price_is_told_without_making_anything()
    {
        using HttpResponseMessage answer = await PostAsync("templates/postcard/price", "{}");
        JsonElement price = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(1, price.GetProperty("requests").GetInt32());
        Assert.InRange(price.GetProperty("high").GetDecimal(), 0.001m, 0.10m);
        Assert.False(Directory.Exists(Path.Combine(_folder, "pictures")));
    }

    [Fact]
    public async Task With_a_key_the_model_is_asked_and_its_refusal_is_passed_on()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                Key = "sk-1",
                Picture = PictureStyle.Tiny,
                Script = [new FaultRule(Fault.ModeratedInput("violence")) { Request = 2 }],
            },
            Cancellation
        );
        await RestartAsync("--OPENAI_API_KEY", "sk-1", "--OPENAI_BASE_URL", server.BaseUrl.ToString());
        using HttpResponseMessage made = await PostAsync("templates/postcard/pictures", "{}");
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        using HttpResponseMessage refused = await PostAsync("templates/postcard/pictures", """{ "place": "a pier" }""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.DoesNotContain("sk-1", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(1, server.Paid.Pictures);
    }

    [Fact]
    public async Task What_the_server_has_to_set_right_is_not_told_to_clients()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions { Key = "sk-2" },
            Cancellation
        );
        await RestartAsync("--OPENAI_API_KEY", "sk-1", "--OPENAI_BASE_URL", server.BaseUrl.ToString());
        using HttpResponseMessage answer = await PostAsync("templates/postcard/pictures", "{}");
        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("The picture could not be made.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_budget_that_does_not_suffice_sends_nothing()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(new EmulatorOptions(), Cancellation);
        await RestartAsync(
            "--OPENAI_API_KEY",
            "sk-1",
            "--OPENAI_BASE_URL",
            server.BaseUrl.ToString(),
            "--Pictures:MaxCost",
            "0.001"
        );
        using HttpResponseMessage answer = await PostAsync("templates/postcard/pictures", "{}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void With_an_address_that_is_none_it_does_not_start() =>
        Assert.Throws<ArgumentException>(() =>
            WebApi.Api.Create(
                Sample.Arguments("WebApi", "--OPENAI_API_KEY", "sk-1", "--OPENAI_BASE_URL", "ftp://example.org/v1")
            )
        );

    [Fact]
    public async Task More_at_once_than_may_wait_are_refused()
    {
        var arrived = new TaskCompletionSource();
        await using var server = await SilentServer.StartAsync(arrived);
        await RestartAsync(
            "--OPENAI_API_KEY",
            "sk-1",
            "--OPENAI_BASE_URL",
            server.BaseUrl,
            "--Pictures:AtOnce",
            "1",
            "--Pictures:Waiting",
            "0"
        );
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task<HttpResponseMessage> first = PostAsync("templates/postcard/pictures", "{}", leaving.Token);
        await arrived.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        using HttpResponseMessage second = await PostAsync("templates/postcard/pictures", "{}");
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType?.MediaType);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task A_client_that_leaves_stops_its_run()
    {
        var arrived = new TaskCompletionSource();
        await using var server = await SilentServer.StartAsync(arrived);
        await RestartAsync("--OPENAI_API_KEY", "sk-1", "--OPENAI_BASE_URL", server.BaseUrl);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task<HttpResponseMessage> post = PostAsync("templates/postcard/pictures", "{}", leaving.Token);
        await arrived.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
        await server.Left.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
    }

    private async ValueTask StartAsync(params string[] more)
    {
        _app = WebApi.Api.Create(Sample.Arguments("WebApi", ["--Pictures:Folder", _folder, .. more]));
        await _app.StartAsync(Cancellation);
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    private async Task RestartAsync(params string[] more)
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await StartAsync(more);
    }

    private Task<HttpResponseMessage> PostAsync(string address, string json, CancellationToken? cancellation = null) =>
        _http.PostAsync(
            address,
            new StringContent(json, Encoding.UTF8, "application/json"),
            cancellation ?? Cancellation
        );
}
