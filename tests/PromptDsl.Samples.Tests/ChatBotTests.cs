using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PromptDsl.Pictures;
using Xunit;

namespace PromptDsl.Samples.Tests;

public sealed class ChatBotTests : IAsyncLifetime
{
    private const string Secret = "not-a-real-secret";

    private readonly string _folder = Directory.CreateTempSubdirectory("promptc-chatbot-").FullName;
    private readonly ChatPlatform _platform = new();
    private WebApplication _bot = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _platform.StartAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _bot.DisposeAsync();
        await _platform.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_command_is_answered_at_once_and_its_picture_follows()
    {
        using HttpResponseMessage answer = await AskAsync("호숫가의 여우", _platform.Address);
        Assert.Equal(("Working on it.", "ephemeral"), await ReadAsync(answer));
        JsonElement reply = await _platform.NextAsync();
        Assert.Equal("in_channel", reply.GetProperty("response_type").GetString());
        string link = reply.GetProperty("text").GetString()!;
        Assert.StartsWith("https://bot.example/pictures/", link, StringComparison.Ordinal);
        byte[] bytes = await _http.GetByteArrayAsync(new Uri(link).AbsolutePath, Cancellation);
        Assert.Equal(1024, PictureDecoder.Decode(bytes).Width);
        using HttpResponseMessage record = await _http.GetAsync($"{new Uri(link).AbsolutePath}.json", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, record.StatusCode);
    }

    [Theory]
    [InlineData(0, "wrong secret")]
    [InlineData(-301, Secret)]
    [InlineData(301, Secret)]
    public async Task A_request_that_is_not_signed_now_by_the_platform_is_refused(int age, string secret)
    {
        string body = Body("a fox", _platform.Address);
        string time = DateTimeOffset.UtcNow.AddSeconds(age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using HttpResponseMessage answer = await SendAsync(body, time, Sign(secret, time, body));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("soon", "v0=00")]
    [InlineData("-5", "v0=00")]
    [InlineData("99999999999999999999", "v0=00")]
    public async Task Headers_that_are_none_are_refused(string? time, string? signature)
    {
        using HttpResponseMessage answer = await SendAsync("text=a", time, signature);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_signature_is_for_one_body_alone()
    {
        string time = Now();
        string signature = Sign(Secret, time, Body("a fox", _platform.Address));
        using HttpResponseMessage answer = await SendAsync(Body("a bear", _platform.Address), time, signature);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_request_counts_once()
    {
        string body = Body("a fox", _platform.Address);
        string time = Now();
        using HttpResponseMessage forged = await SendAsync(body, time, Sign("wrong secret", time, body));
        using HttpResponseMessage first = await SendAsync(body, time, Sign(Secret, time, body));
        using HttpResponseMessage again = await SendAsync(body, time, Sign(Secret, time, body));
        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.Unauthorized],
            [forged.StatusCode, first.StatusCode, again.StatusCode]
        );
    }

    [Fact]
    public async Task A_request_has_a_largest_size()
    {
        using HttpResponseMessage answer = await AskAsync(new string('x', 20_000), _platform.Address);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, 3)]
    [InlineData(HttpStatusCode.TooManyRequests, 3)]
    [InlineData(HttpStatusCode.NotFound, 1)]
    public async Task An_answer_is_sent_again_where_that_may_help(HttpStatusCode refusal, int attempts)
    {
        _platform.RefuseFirst(2, refusal);
        using HttpResponseMessage answer = await AskAsync("a fox", _platform.Address);
        await _bot.StopAsync(Cancellation);
        Assert.Equal(attempts, _platform.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/internal")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://hooks.slack.com.evil.example/x")]
    [InlineData("https://hooks.slack.com@evil.example/x")]
    [InlineData("https://user@hooks.slack.com/x")]
    [InlineData("https://hooks.slack.com:8443/x")]
    [InlineData("http://hooks.slack.com/x")]
    [InlineData("/relative")]
    [InlineData("")]
    public async Task Answers_go_to_the_platform_alone(string address)
    {
        using HttpResponseMessage answer = await AskAsync("a fox", address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_wish_that_does_not_fit_is_explained_at_once()
    {
        using HttpResponseMessage answer = await AskAsync(new string('x', 300), _platform.Address);
        (string text, string type) = await ReadAsync(answer);
        Assert.Equal("ephemeral", type);
        Assert.Contains("`wish`", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_an_answer_is_in_no_log()
    {
        var log = new CapturedLog();
        _bot.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        _platform.RefuseFirst(9, HttpStatusCode.ServiceUnavailable);
        using HttpResponseMessage answer = await AskAsync("a fox", _platform.Address);
        await _bot.StopAsync(Cancellation);
        Assert.Contains(log.Lines, line => line.Contains("was lost after 4 attempts", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("/commands/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_full_queue_says_so()
    {
        using SemaphoreSlim gate = _platform.Hold();
        using HttpResponseMessage first = await AskAsync("one", _platform.Address);
        await _platform.Arrived.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        using HttpResponseMessage second = await AskAsync("two", _platform.Address);
        using HttpResponseMessage third = await AskAsync("three", _platform.Address);
        Assert.Equal("Working on it.", (await ReadAsync(second)).Text);
        Assert.StartsWith("There is too much to do", (await ReadAsync(third)).Text, StringComparison.Ordinal);
        gate.Release(2);
    }

    [Fact]
    public async Task Stopping_finishes_what_waits()
    {
        using HttpResponseMessage answer = await AskAsync("a fox", _platform.Address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await _bot.StopAsync(Cancellation);
        Assert.Equal("in_channel", (await _platform.NextAsync()).GetProperty("response_type").GetString());
    }

    [Fact]
    public void Without_a_secret_it_does_not_start()
    {
        Environment.SetEnvironmentVariable(ChatBot.Bot.SecretVariable, null);
        Assert.Throws<InvalidOperationException>(() => ChatBot.Bot.Create(Sample.Arguments("ChatBot")));
    }

    private async Task StartAsync()
    {
        Environment.SetEnvironmentVariable(ChatBot.Bot.SecretVariable, Secret);
        _bot = ChatBot.Bot.Create(
            Sample.Arguments(
                "ChatBot",
                [
                    "--Bot:Folder",
                    _folder,
                    "--Bot:QueueLength",
                    "1",
                    "--Logging:LogLevel:System.Net.Http",
                    "Trace",
                    "--Bot:RetryDelay",
                    "00:00:00.001",
                    "--Bot:PublicUrl",
                    "https://bot.example",
                    "--Bot:AnswerTo:1",
                    _platform.Origin,
                ]
            )
        );
        await _bot.StartAsync(Cancellation);
        _http = new HttpClient { BaseAddress = new Uri(_bot.Urls.Single()) };
    }

    private Task<HttpResponseMessage> AskAsync(string text, string answerTo)
    {
        string body = Body(text, answerTo);
        string time = Now();
        return SendAsync(body, time, Sign(Secret, time, body));
    }

    private async Task<HttpResponseMessage> SendAsync(string body, string? time, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "command");
        request.Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        if (time is not null)
        {
            request.Headers.Add("X-Slack-Request-Timestamp", time);
            request.Headers.Add("X-Slack-Signature", signature);
        }

        return await _http.SendAsync(request, Cancellation);
    }

    private static string Body(string text, string answerTo) =>
        $"command=%2Fdraw&text={Uri.EscapeDataString(text)}&response_url={Uri.EscapeDataString(answerTo)}";

    private static string Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Sign(string secret, string time, string body) =>
        $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{time}:{body}")))}";

    private static async Task<(string Text, string Type)> ReadAsync(HttpResponseMessage answer)
    {
        JsonElement json = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return (json.GetProperty("text").GetString()!, json.GetProperty("response_type").GetString()!);
    }
}
