using System.Security.Cryptography;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Providers.OpenAi;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using PromptDsl.Targets.Requests;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers;

public sealed class AnswerTests : IDisposable
{
    private readonly ProviderCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public async Task The_key_is_in_nothing_that_an_answer_says()
    {
        using StubServer server = StubServer.OfJson(
            $$"""{"data":[{"b64_json":"{{ProviderCase.Base64Png}}","revised_prompt":"a lake, {{ProviderCase.Key}}"}]}""",
            $"x-request-id: {ProviderCase.Key}"
        );

        ProviderAnswer answer = await AnswerAsync(server, _case.Generation());

        Assert.Equal(("a lake, [key]", "[key]"), (answer.RevisedPrompt, answer.RequestId));
    }

    [Fact]
    public async Task Pictures_are_in_their_files_with_usage_limits_and_request_id()
    {
        string second = Convert.ToBase64String(ProviderCase.Png(3, 5));
        using StubServer server = StubServer.OfJson(
            $$$"""
            {"created":1,"data":[{"b64_json":"{{{ProviderCase.Base64Png}}}"},{"b64_json":"{{{second}}}"}],
             "usage":{"input_tokens":50,"output_tokens":200,"total_tokens":250,
               "input_tokens_details":{"text_tokens":10,"image_tokens":40,"cached_tokens":5},
               "output_tokens_details":{"image_tokens":190,"text_tokens":10} } }
            """,
            "x-request-id: req_1",
            "x-ratelimit-limit-requests: 60",
            "x-ratelimit-remaining-images: 4",
            "x-ratelimit-reset-tokens: 6m0s"
        );

        ProviderAnswer answer = await AnswerAsync(server, _case.Generation(new ImageParameters { Count = 2 }));

        Assert.Equal(
            [ProviderCase.Png(), ProviderCase.Png(3, 5)],
            answer.Pictures.Select(p => File.ReadAllBytes(p.Path))
        );
        Assert.Equal(["picture-0.png", "picture-1.png"], _case.Files);
        Assert.Equal(_case.Input("same.png", "image/png", ProviderCase.Png()).Sha256, answer.Pictures[0].Sha256);
        Assert.Equal(ProviderCase.Png().Length, answer.Pictures[0].Length);
        Assert.Equal(
            new TokenUsage
            {
                Input = 50,
                TextInput = 10,
                ImageInput = 40,
                CachedInput = 5,
                Output = 200,
                ImageOutput = 190,
                TextOutput = 10,
            },
            answer.Usage
        );
        Assert.Equal("req_1", answer.RequestId);
        Assert.Equal(
            new RateLimits
            {
                LimitRequests = 60,
                RemainingImages = 4,
                ResetTokens = TimeSpan.FromMinutes(6),
            },
            answer.Limits
        );
        Assert.Null(answer.Loss);
    }

    [Fact]
    public async Task A_server_that_counts_nothing_gives_no_usage()
    {
        using StubServer server = StubServer.OfJson($$"""{"data":[{"b64_json":"{{ProviderCase.Base64Png}}"}]}""");
        ProviderAnswer answer = await AnswerAsync(server, _case.Generation());
        Assert.Null(answer.Usage);
        Assert.Null(answer.Limits);
        Assert.Null(answer.RequestId);
    }

    [Fact]
    public async Task A_response_of_a_conversation_can_be_continued()
    {
        using StubServer server = StubServer.OfJson(
            $$"""
            {"id":"resp_9","object":"response","status":"completed","error":null,"output":[
              {"type":"reasoning","id":"rs_1"},
              {"type":"image_generation_call","id":"ig_1","status":"completed","revised_prompt":"a calm lake",
               "result":"{{ProviderCase.Base64Png}}"}],
             "usage":{"input_tokens":7,"output_tokens":8,"input_tokens_details":{"cached_tokens":3} } }
            """
        );
        ProviderAnswer answer = await AnswerAsync(server, _case.Conversation());
        Assert.Equal("resp_9", answer.ResponseId);
        Assert.Equal("a calm lake", answer.RevisedPrompt);
        Assert.Equal(
            new TokenUsage
            {
                Input = 7,
                Output = 8,
                CachedInput = 3,
            },
            answer.Usage
        );
        Assert.Equal(ProviderCase.Png(), File.ReadAllBytes(Assert.Single(answer.Pictures).Path));
    }

    [Theory]
    [InlineData("/files/1.png")]
    [InlineData("HOST/files/1.png")]
    public async Task A_picture_is_fetched_from_the_address_that_an_answer_gives(string address)
    {
        using var server = new StubServer(
            async (request, stream, stop) =>
            {
                if (request.Head.StartsWith("GET", StringComparison.Ordinal))
                {
                    byte[] png = ProviderCase.Png();
                    await stream.WriteAsync(
                        System.Text.Encoding.ASCII.GetBytes(
                            $"HTTP/1.1 200 OK\r\nContent-Length: {png.Length}\r\nConnection: close\r\n\r\n"
                        ),
                        stop
                    );
                    await stream.WriteAsync(png, stop);
                    return;
                }

                string url = address.Replace("HOST", "http://" + request.Header("Host"), StringComparison.Ordinal);
                await stream.WriteAsync(
                    StubServer.Response(
                        "200 OK",
                        "application/json",
                        $$"""{"data":[{"b64_json":null,"url":"{{url}}"}]}"""
                    ),
                    stop
                );
            }
        );
        ProviderAnswer answer = await AnswerAsync(server, _case.Generation());
        Assert.Equal(ProviderCase.Png(), File.ReadAllBytes(Assert.Single(answer.Pictures).Path));
        Assert.Equal("/files/1.png", server.Requests[1].Path);
        Assert.Equal("Bearer " + ProviderCase.Key, server.Requests[1].Header("Authorization"));
    }

    [Fact]
    public async Task Another_host_is_not_given_the_key()
    {
        byte[] png = ProviderCase.Png();
        using var other = new StubServer([
            .. System.Text.Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Length: {png.Length}\r\nConnection: close\r\n\r\n"
            ),
            .. png,
        ]);
        using StubServer server = StubServer.OfJson(
            $$"""{"data":[{"url":"http://{{other.Address.Authority}}/1.png"}]}"""
        );
        await AnswerAsync(server, _case.Generation());
        Assert.Null(Assert.Single(other.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task The_same_host_without_encryption_is_not_given_the_key()
    {
        var handler = new AnsweringHandler(request =>
            request.Method == HttpMethod.Post
                ? new StringContent("""{"data":[{"url":"http://images.example/1.png"}]}""")
                : new ByteArrayContent(ProviderCase.Png())
        );
        var provider = new OpenAiProvider(
            new OpenAiOptions
            {
                ApiKey = () => ProviderCase.Key,
                Endpoint = new Uri("https://images.example/v1"),
                Handler = handler,
            }
        );
        Assert.IsType<ProviderAnswer>(await ProviderCase.SendAsync(provider, _case.Generation()));
        Assert.Equal(
            ["Bearer " + ProviderCase.Key, null],
            handler.Requests.Select(r => r.Headers.Authorization?.ToString())
        );
    }

    [Fact]
    public async Task A_picture_whose_fetching_breaks_off_is_no_trouble_of_the_disk()
    {
        using var other = new StubServer("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"u8.ToArray());
        using StubServer server = StubServer.OfJson(
            $$"""{"data":[{"url":"http://{{other.Address.Authority}}/1.png"}]}"""
        );
        ProviderFailure failure = await FailureAsync(server, _case.Generation());
        Assert.Equal(FailureKind.MalformedAnswer, failure.Kind);
        Assert.Contains("the address of a picture that cannot be fetched", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_case.Files);
    }

    [Fact]
    public async Task A_number_in_place_of_a_picture_is_none()
    {
        using StubServer server = StubServer.OfJson(
            $$"""{"data":[{"b64_json":"{{ProviderCase.Base64Png}}"},{"b64_json":0}]}"""
        );
        ProviderAnswer answer = await AnswerAsync(server, _case.Generation(new ImageParameters { Count = 2 }));
        PictureFile picture = Assert.Single(answer.Pictures);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(ProviderCase.Png())), picture.Sha256);
    }

    [Fact]
    public async Task An_answer_has_a_largest_number_of_pictures()
    {
        string entries = string.Join(',', Enumerable.Repeat("""{"b64_json":"AAAA"}""", 300));
        using StubServer server = StubServer.OfJson($$"""{"data":[{{entries}}]}""");
        ProviderFailure failure = await FailureAsync(server, _case.Generation());
        Assert.Equal(FailureKind.MalformedAnswer, failure.Kind);
        Assert.Contains("more pictures than an answer can", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_case.Files);
    }

    [Fact]
    public async Task What_arrived_whole_is_kept_when_another_picture_is_broken()
    {
        using StubServer server = StubServer.OfJson(
            $$"""{"data":[{"b64_json":"!!!!"},{"b64_json":"{{ProviderCase.Base64Png}}"}]}"""
        );
        ProviderAnswer answer = await AnswerAsync(server, _case.Generation(new ImageParameters { Count = 2 }));
        Assert.Equal(ProviderCase.Png(), File.ReadAllBytes(Assert.Single(answer.Pictures).Path));
        Assert.Equal("1 of 2 pictures arrived; the answer holds a picture in broken base64.", answer.Loss);
        Assert.Equal(["picture-0.png"], _case.Files);
    }

    [Theory]
    [InlineData("""{"data":[{"b64_json":"!!!!"}]}""", "it holds a picture in broken base64")]
    [InlineData("""{"data":[{"b64_json":"AAA"}]}""", "it holds a picture in broken base64")]
    [InlineData("""{"data":[{"b64_json":"AA==AAAA"}]}""", "it holds a picture in broken base64")]
    [InlineData("""{"data":[{"b64_json":""}]}""", "it holds an empty picture")]
    [InlineData("""{"data":[{"b64_json":"aGVsbG8gd29ybGQ="}]}""", "it holds bytes that are no picture")]
    [InlineData("""{"data":[{}]}""", "it holds an entry without a picture")]
    [InlineData("""{"data":[{"url":"file:///etc/passwd"}]}""", "it holds a picture whose address is none")]
    [InlineData("""{"data":[]}""", "it holds no picture")]
    [InlineData("{}", "it holds no picture")]
    [InlineData("[]", "it holds no picture")]
    [InlineData("", "it is empty")]
    [InlineData("<html>", "it is not the JSON that it should be")]
    [InlineData("""{"data":[{"b64_json" "x"}]}""", "it is not the JSON that it should be")]
    public async Task An_answer_without_a_picture_is_malformed_and_may_be_paid(string body, string reason)
    {
        using StubServer server = StubServer.OfJson(body);
        ProviderFailure failure = await FailureAsync(server, _case.Generation());
        Assert.Equal(FailureKind.MalformedAnswer, failure.Kind);
        Assert.True(failure.MayHaveBeenPaid);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Empty(_case.Files);
    }

    [Fact]
    public async Task What_the_language_model_says_instead_of_a_picture_is_told()
    {
        using StubServer server = StubServer.OfJson(
            """
            {"id":"r","object":"response","status":"completed",
             "output":[{"type":"message","content":[{"type":"output_text","text":"Which lake?"}]}]}
            """
        );
        ProviderFailure failure = await FailureAsync(server, _case.Conversation());
        Assert.Equal(FailureKind.MalformedAnswer, failure.Kind);
        Assert.EndsWith("no picture, but a text: Which lake?", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_no_failure_of_the_server()
    {
        using StubServer server = StubServer.OfJson($$"""{"data":[{"b64_json":"{{ProviderCase.Base64Png}}"}]}""");
        ProviderRequest request = _case.Generation() with { Folder = Path.Combine(_case.Folder, "missing") };
        await Assert.ThrowsAnyAsync<IOException>(() =>
            ProviderCase.SendAsync(ProviderCase.Provider(server.Address), request)
        );
    }

    private static async Task<ProviderAnswer> AnswerAsync(StubServer server, ProviderRequest request) =>
        Assert.IsType<ProviderAnswer>(await ProviderCase.SendAsync(ProviderCase.Provider(server.Address), request));

    private static async Task<ProviderFailure> FailureAsync(StubServer server, ProviderRequest request) =>
        Assert.IsType<ProviderFailure>(await ProviderCase.SendAsync(ProviderCase.Provider(server.Address), request));
}
