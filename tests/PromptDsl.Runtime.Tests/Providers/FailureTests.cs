using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Providers.OpenAi;
using PromptDsl.Runtime.Providers.OpenAi.Profiles;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using PromptDsl.Targets.Requests;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers;

public sealed class FailureTests : IDisposable
{
    private readonly ProviderCase _case = new();

    public void Dispose() => _case.Dispose();

    [Theory]
    [InlineData(400, "image_generation_user_error", "moderation_blocked", FailureKind.Moderated)]
    [InlineData(400, "invalid_request_error", "content_policy_violation", FailureKind.Moderated)]
    [InlineData(400, null, "contentFilter", FailureKind.Moderated)]
    [InlineData(400, "invalid_request_error", "invalid_value", FailureKind.BadRequest)]
    [InlineData(400, "invalid_request_error", "unsupported_file_mimetype", FailureKind.BadRequest)]
    [InlineData(400, "invalid_request_error", "billing_hard_limit_reached", FailureKind.QuotaExhausted)]
    [InlineData(401, "invalid_request_error", "invalid_api_key", FailureKind.Unauthorized)]
    [InlineData(401, null, null, FailureKind.Unauthorized)]
    [InlineData(403, "invalid_request_error", null, FailureKind.Unauthorized)]
    [InlineData(404, "invalid_request_error", "model_not_found", FailureKind.ModelNotFound)]
    [InlineData(404, null, null, FailureKind.BadRequest)]
    [InlineData(408, null, null, FailureKind.ServerError)]
    [InlineData(409, null, null, FailureKind.ServerError)]
    [InlineData(501, null, null, FailureKind.BadRequest)]
    [InlineData(422, null, null, FailureKind.BadRequest)]
    [InlineData(429, "requests", "rate_limit_exceeded", FailureKind.RateLimited)]
    [InlineData(429, null, null, FailureKind.RateLimited)]
    [InlineData(429, "rate_limit_error", "slow_down", FailureKind.Overloaded)]
    [InlineData(429, "insufficient_quota", "insufficient_quota", FailureKind.QuotaExhausted)]
    [InlineData(429, "insufficient_quota", "credit_balance_exhausted", FailureKind.QuotaExhausted)]
    [InlineData(429, "insufficient_quota", "something_new", FailureKind.QuotaExhausted)]
    [InlineData(429, null, "organization_spend_limit_exceeded", FailureKind.QuotaExhausted)]
    [InlineData(429, null, "project_spend_limit_exceeded", FailureKind.QuotaExhausted)]
    [InlineData(429, null, "organization_usage_limit_exceeded", FailureKind.QuotaExhausted)]
    [InlineData(429, "invalid_request_error", "billing_hard_limit_reached", FailureKind.QuotaExhausted)]
    [InlineData(429, "tokens", "rate_limit_exceeded", FailureKind.RateLimited)]
    [InlineData(429, null, "billing_not_active", FailureKind.QuotaExhausted)]
    [InlineData(500, "server_error", null, FailureKind.ServerError)]
    [InlineData(502, null, null, FailureKind.ServerError)]
    [InlineData(503, "service_unavailable_error", "server_is_overloaded", FailureKind.Overloaded)]
    [InlineData(503, null, null, FailureKind.ServerError)]
    [InlineData(503, "rate_limit_error", "slow_down", FailureKind.Overloaded)]
    [InlineData(504, null, null, FailureKind.ServerError)]
    [InlineData(520, null, null, FailureKind.ServerError)]
    public async Task An_error_is_of_its_kind_and_sent_once(int status, string? type, string? code, FailureKind kind)
    {
        string body =
            $$"""{"error":{"message":"Because.","type":{{Text(type)}},"param":"size","code":{{Text(code)}} } }""";
        using var server = new StubServer(StubServer.Response($"{status} X", "application/json", body));
        ProviderFailure failure = await FailureAsync(server);
        Assert.Equal(kind, failure.Kind);
        Assert.Equal(status, failure.Status);
        Assert.Equal(code ?? type, failure.Code);
        Assert.Equal("size", failure.Parameter);
        Assert.StartsWith($"OpenAI answered {status} (", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("size): Because.", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.MayHaveBeenPaid);
        Assert.Single(server.Requests);
        Assert.Empty(_case.Files);
    }

    [Theory]
    [InlineData("server_error", FailureKind.OutcomeUnknown)]
    [InlineData("vector_store_timeout", FailureKind.OutcomeUnknown)]
    [InlineData("failed_to_download_image", FailureKind.OutcomeUnknown)]
    [InlineData("rate_limit_exceeded", FailureKind.RateLimited)]
    [InlineData("bio_policy", FailureKind.Moderated)]
    [InlineData("misalignment_policy_violation", FailureKind.Moderated)]
    [InlineData("image_content_policy_violation", FailureKind.Moderated)]
    [InlineData("invalid_prompt", FailureKind.BadRequest)]
    [InlineData("data_residency_mismatch", FailureKind.BadRequest)]
    [InlineData("invalid_image", FailureKind.BadRequest)]
    [InlineData("invalid_image_format", FailureKind.BadRequest)]
    [InlineData("invalid_base64_image", FailureKind.BadRequest)]
    [InlineData("invalid_image_url", FailureKind.BadRequest)]
    [InlineData("image_too_large", FailureKind.BadRequest)]
    [InlineData("image_too_small", FailureKind.BadRequest)]
    [InlineData("image_parse_error", FailureKind.BadRequest)]
    [InlineData("invalid_image_mode", FailureKind.BadRequest)]
    [InlineData("image_file_too_large", FailureKind.BadRequest)]
    [InlineData("unsupported_image_media_type", FailureKind.BadRequest)]
    [InlineData("empty_image_file", FailureKind.BadRequest)]
    [InlineData("image_file_not_found", FailureKind.BadRequest)]
    public async Task An_error_in_a_response_that_goes_well_is_of_its_kind(string code, FailureKind kind)
    {
        using StubServer server = StubServer.OfJson(
            $$"""{"id":"r","object":"response","status":"failed","error":{"code":"{{code}}","message":"No."},"output":[]}"""
        );
        Assert.Equal(kind, (await FailureAsync(server, _case.Conversation())).Kind);
    }

    [Theory]
    [InlineData("""{"error":"it fell over"}""", "OpenAI answered 500: it fell over")]
    [InlineData("""{"error":"server_error","message":"it fell over"}""", "OpenAI answered 500: it fell over")]
    [InlineData("""{"detail":"not loaded"}""", "OpenAI answered 500: not loaded")]
    [InlineData(
        """{"detail":[{"loc":["body","size"],"msg":"bad size"}]}""",
        "OpenAI answered 500: body.size: bad size"
    )]
    [InlineData("plain words", "OpenAI answered 500: plain words")]
    [InlineData("", "OpenAI answered 500.")]
    [InlineData("[1]", "OpenAI answered 500: [1]")]
    public async Task Errors_are_read_in_every_form(string body, string message)
    {
        using var server = new StubServer(StubServer.Response("500 X", "application/json", body));
        Assert.Equal(message, (await FailureAsync(server)).Message);
    }

    [Fact]
    public async Task A_page_for_browsers_is_not_repeated()
    {
        using var server = new StubServer(StubServer.Response("502 X", "text/html", "<html>Bad gateway</html>"));
        Assert.Equal("OpenAI answered 502.", (await FailureAsync(server)).Message);
    }

    [Fact]
    public async Task An_address_without_a_path_is_told_what_it_may_lack()
    {
        using var server = new StubServer(
            StubServer.Response("404 X", "application/json", """{"detail":"Not Found"}""")
        );
        string address = server.Address.GetLeftPart(UriPartial.Authority);
        var provider = new OpenAiProvider(new OpenAiOptions { Endpoint = new Uri(address), ApiKey = () => "sk-key" });
        var failure = Assert.IsType<ProviderFailure>(await ProviderCase.SendAsync(provider, _case.Generation()));
        Assert.Equal(
            $"OpenAI answered 404: {address}/ has no path; most servers have the API below /v1: try {address}/v1",
            failure.Message
        );
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_names_its_target()
    {
        using var server = new StubServer(
            StubServer.Response("307 X", "text/plain", "", "Location: http://127.0.0.1:1/v2")
        );
        ProviderFailure failure = await FailureAsync(server);
        Assert.Equal(FailureKind.BadRequest, failure.Kind);
        Assert.Contains("it redirects to http://127.0.0.1:1/v2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moderation_says_at_which_stage_and_why()
    {
        using var server = new StubServer(
            StubServer.Response(
                "400 X",
                "application/json",
                """
                {"error":{"message":"Blocked.","type":"image_generation_user_error","param":null,"code":"moderation_blocked",
                 "moderation_details":{"moderation_stage":"output","categories":["violence","sexual"]}}}
                """
            )
        );
        ProviderFailure failure = await FailureAsync(server);
        Assert.Equal("output", failure.ModerationStage);
        Assert.Equal(["violence", "sexual"], failure.ModerationCategories);
    }

    [Fact]
    public async Task A_picture_that_fails_in_a_response_that_goes_well_is_a_failure()
    {
        using StubServer server = StubServer.OfJson(
            """
            {"id":"r","object":"response","status":"completed","output":[{"type":"image_generation_call","id":"ig","status":"failed",
             "error":{"code":"moderation_blocked","message":"No.","moderation_details":{"moderation_stage":"input","categories":["hate"]}}}]}
            """
        );
        ProviderFailure failure = await FailureAsync(server, _case.Conversation());
        Assert.Equal(FailureKind.Moderated, failure.Kind);
        Assert.Equal("input", failure.ModerationStage);
        Assert.Equal(["hate"], failure.ModerationCategories);
        Assert.Equal("OpenAI reports an error (moderation_blocked): No.", failure.Message);
    }

    [Fact]
    public async Task What_the_server_asks_for_before_another_attempt_is_told()
    {
        using var server = new StubServer(
            StubServer.Response(
                "429 X",
                "application/json",
                """{"error":{"message":"Wait.","code":"rate_limit_exceeded"}}""",
                "retry-after-ms: 1500",
                "Retry-After: 9",
                "x-should-retry: false",
                "x-request-id: req_7",
                "x-ratelimit-remaining-requests: 0"
            )
        );
        ProviderFailure failure = await FailureAsync(server);
        Assert.Equal(TimeSpan.FromMilliseconds(1500), failure.RetryAfter);
        Assert.False(failure.ShouldRetry);
        Assert.Equal("req_7", failure.RequestId);
        Assert.Equal(0, failure.Limits!.RemainingRequests);
    }

    [Fact]
    public async Task A_message_repeats_no_secret_and_no_picture()
    {
        string blob = new('A', 5000);
        using var server = new StubServer(
            StubServer.Response(
                "401 X",
                "application/json",
                $$"""{"error":{"message":"Key {{ProviderCase.Key}} or sk-proj-abc***xyz is wrong.\nSee data:image/png;base64,{{blob}} and {{blob}}","code":"invalid_api_key"} }"""
            )
        );
        Assert.Equal(
            "OpenAI answered 401 (invalid_api_key): Key [key] or [key] is wrong. See [data URL] and [data]",
            (await FailureAsync(server)).Message
        );
    }

    [Fact]
    public async Task Nothing_is_sent_without_a_key()
    {
        using StubServer server = StubServer.OfJson("{}");
        var provider = new OpenAiProvider(new OpenAiOptions { Endpoint = server.Address, ApiKey = () => " \n" });
        var failure = Assert.IsType<ProviderFailure>(await ProviderCase.SendAsync(provider, _case.Generation()));
        Assert.Equal(FailureKind.Unauthorized, failure.Kind);
        Assert.Equal("no API key is given for OpenAI.", failure.Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("“sk-quoted”", null, "the API key")]
    [InlineData("sk-one\nsk-two", null, "the API key")]
    [InlineData(ProviderCase.Key, "組織", "the organization")]
    public async Task What_no_header_can_carry_is_told_and_not_sent(string key, string? organization, string what)
    {
        using StubServer server = StubServer.OfJson("{}");
        var provider = new OpenAiProvider(
            new OpenAiOptions
            {
                Endpoint = server.Address,
                ApiKey = () => key,
                Organization = organization,
            }
        );
        var failure = Assert.IsType<ProviderFailure>(await ProviderCase.SendAsync(provider, _case.Generation()));
        Assert.Equal(FailureKind.Unauthorized, failure.Kind);
        Assert.Equal(
            $"{what} holds characters that cannot be sent: look for quotes, line breaks or spaces in it.",
            failure.Message
        );
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_local_server_needs_no_key()
    {
        using StubServer server = StubServer.OfJson($$"""{"data":[{"b64_json":"{{ProviderCase.Base64Png}}"}]}""");
        var provider = new OpenAiProvider(
            new OpenAiOptions { Endpoint = server.Address, Profile = CompatibilityProfiles.SdCpp }
        );
        Assert.IsType<ProviderAnswer>(await ProviderCase.SendAsync(provider, _case.Generation()));
        Assert.Null(Assert.Single(server.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task What_a_server_has_not_is_refused_before_sending()
    {
        using StubServer server = StubServer.OfJson("{}");
        foreach (
            (CompatibilityProfile profile, ProviderRequest request, string message) in new[]
            {
                (
                    CompatibilityProfiles.LocalAi,
                    _case.Edit(1),
                    "LocalAI edits one picture at a time, and only with a mask."
                ),
                (
                    CompatibilityProfiles.LocalAi,
                    _case.Edit(2, hasMask: true),
                    "LocalAI edits one picture at a time, and only with a mask."
                ),
                (
                    CompatibilityProfiles.LocalAi,
                    _case.Edit(1, hasMask: true, new ImageParameters { Count = 2 }),
                    "LocalAI edits one picture at a time, and only with a mask."
                ),
                (
                    CompatibilityProfiles.LocalAi,
                    _case.Edit(1, hasMask: true, new ImageParameters { Format = "jpeg" }),
                    "LocalAI makes no jpeg of an edit."
                ),
                (CompatibilityProfiles.LocalAi, _case.Conversation(), "LocalAI has no /v1/responses."),
                (CompatibilityProfiles.Sglang, _case.Conversation(), "SGLang has no /v1/responses."),
                (
                    CompatibilityProfiles.Azure,
                    _case.Generation(new ImageParameters { Format = "webp" }),
                    "Azure OpenAI makes no webp."
                ),
                (
                    CompatibilityProfiles.SdCpp,
                    _case.Edit(1, parameters: new ImageParameters { Format = "webp" }),
                    "stable-diffusion.cpp makes no webp of an edit."
                ),
            }
        )
        {
            var failure = Assert.IsType<ProviderFailure>(
                await ProviderCase.SendAsync(ProviderCase.Provider(server.Address, profile), request)
            );
            Assert.Equal((FailureKind.BadRequest, message), (failure.Kind, failure.Message));
        }

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task What_a_deployment_has_not_is_refused_before_sending()
    {
        using StubServer server = StubServer.OfJson("{}");
        var address = new Uri(server.Address, "/openai/deployments/drawings?api-version=2025-04-01-preview");
        var failure = Assert.IsType<ProviderFailure>(
            await ProviderCase.SendAsync(
                ProviderCase.Provider(address, CompatibilityProfiles.Azure),
                _case.Conversation()
            )
        );
        Assert.Equal(
            "Deployments of Azure OpenAI have no /v1/responses: use an address that ends in /openai/v1.",
            failure.Message
        );
        Assert.Empty(server.Requests);
    }

    private static string Text(string? text) => text is null ? "null" : $"\"{text}\"";

    private async Task<ProviderFailure> FailureAsync(StubServer server, ProviderRequest? request = null) =>
        Assert.IsType<ProviderFailure>(
            await ProviderCase.SendAsync(ProviderCase.Provider(server.Address), request ?? _case.Generation())
        );
}
