using System.Collections.Immutable;
using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Faults;

/// <summary>Something that goes wrong, made by one of the factory methods.</summary>
public sealed record Fault
{
    private const string UserError = "image_generation_user_error";
    private const string Quota = "insufficient_quota";

    private Fault(string name, FaultKind kind)
    {
        Name = name;
        Kind = kind;
    }

    /// <summary>The name by which scripts and counters know it.</summary>
    public string Name { get; }

    public FaultKind Kind { get; }

    /// <summary>The HTTP status of an error.</summary>
    public int Status { get; init; } = 400;

    /// <summary><c>error.type</c></summary>
    public string Type { get; init; } = "invalid_request_error";

    /// <summary><c>error.code</c></summary>
    public string? Code { get; init; }

    /// <summary><c>error.message</c>, or the heading of a page of HTML.</summary>
    public string Message { get; init; } = "This is an error of the script.";

    /// <summary><c>error.param</c></summary>
    public string? Parameter { get; init; }

    /// <summary><c>moderation_stage</c> of a moderation: <c>input</c> or <c>output</c>.</summary>
    public string? ModerationStage { get; init; }

    /// <summary><c>categories</c> of a moderation.</summary>
    public ImmutableArray<string> ModerationCategories { get; init; } = [];

    /// <summary>Headers of the answer beside the usual ones.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Sent as <c>Retry-After</c> in whole seconds and as <c>retry-after-ms</c>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Waited before the answer begins, beside the latency of the server.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Waited before each event of a stream but the first.</summary>
    public TimeSpan EventDelay { get; init; }

    internal ApiError ToError() =>
        new(Status, Message)
        {
            Type = Type,
            Code = Code,
            Parameter = Parameter,
            ModerationStage = ModerationStage,
            ModerationCategories = ModerationCategories,
            RetryAfter = RetryAfter,
        };

    /// <summary>Nothing goes wrong; the answer only takes its time.</summary>
    public static Fault Slow(TimeSpan delay) => new("slow", FaultKind.None) { Delay = delay };

    /// <summary>Any error.</summary>
    public static Fault Error(int status, string? code = null, string type = "invalid_request_error") =>
        new("error", FaultKind.Error)
        {
            Status = status,
            Code = code,
            Type = type,
        };

    /// <summary>429: too many requests, tokens or pictures a minute.</summary>
    public static Fault RateLimited(TimeSpan? retryAfter = null) =>
        new("rate-limited", FaultKind.Error)
        {
            Status = 429,
            Type = "requests",
            Code = "rate_limit_exceeded",
            Message = "Rate limit reached for images per minute. Please try again later.",
            RetryAfter = retryAfter,
        };

    /// <summary>429: too many more requests than before.</summary>
    public static Fault SlowDown(TimeSpan? retryAfter = null) =>
        new("slow-down", FaultKind.Error)
        {
            Status = 429,
            Type = "rate_limit_error",
            Code = "slow_down",
            Message = "The rate of requests rose too fast. Please slow down.",
            RetryAfter = retryAfter,
        };

    /// <summary>429: no money, with the code that says whose limit it is.</summary>
    /// <param name="code">
    /// <c>insufficient_quota</c>, <c>credit_balance_exhausted</c>, <c>organization_spend_limit_exceeded</c>,
    /// <c>project_spend_limit_exceeded</c> or <c>organization_usage_limit_exceeded</c>.
    /// </param>
    public static Fault QuotaExhausted(string code = Quota) =>
        new(code.Replace('_', '-'), FaultKind.Error)
        {
            Status = 429,
            Type = Quota,
            Code = code,
            Message = "You exceeded your current quota, please check your plan and billing details.",
        };

    /// <summary>The billing limit of the account; 400, as most reports have it.</summary>
    public static Fault BillingHardLimit() =>
        new("billing-hard-limit-reached", FaultKind.Error)
        {
            Code = "billing_hard_limit_reached",
            Message = "Billing hard limit has been reached.",
        };

    /// <summary>The prompt or an input picture is refused.</summary>
    public static Fault ModeratedInput(params ImmutableArray<string> categories) =>
        Moderated("moderated-input", "input", categories);

    /// <summary>The picture is refused after it was made; as far as is known it is not charged.</summary>
    public static Fault ModeratedOutput(params ImmutableArray<string> categories) =>
        Moderated("moderated-output", "output", categories);

    /// <summary>500</summary>
    public static Fault ServerError() =>
        Failure("server-error", 500, "server_error", null, "The server had an error while processing your request.");

    /// <summary>503</summary>
    public static Fault Overloaded() =>
        Failure(
            "overloaded",
            503,
            "service_unavailable_error",
            "server_is_overloaded",
            "The server is overloaded. Please try again later."
        );

    /// <summary>502</summary>
    public static Fault BadGateway() => Failure("bad-gateway", 502, "server_error", null, "Bad gateway.");

    /// <summary>504</summary>
    public static Fault GatewayTimeout() => Failure("gateway-timeout", 504, "server_error", null, "Gateway time-out.");

    /// <summary>408</summary>
    public static Fault RequestTimeout() =>
        Failure("request-timeout", 408, "invalid_request_error", null, "The request took too long to arrive.");

    /// <summary>A page of HTML with a message, as a proxy answers.</summary>
    public static Fault HtmlError(int status = 502) =>
        new("html-error", FaultKind.HtmlError) { Status = status, Message = "The server could not answer" };

    /// <summary>The connection ends before the request was worked on.</summary>
    public static Fault CutBeforeHeaders() => new("cut-before-headers", FaultKind.CutBeforeHeaders);

    /// <summary>The request is carried out and paid, and the connection ends without an answer.</summary>
    public static Fault CutAfterProcessing() => new("cut-after-processing", FaultKind.CutAfterProcessing);

    /// <summary>The connection ends in the middle of the body.</summary>
    public static Fault CutInBody() => new("cut-in-body", FaultKind.CutInBody);

    /// <summary>A stream without its completed event.</summary>
    public static Fault TruncatedStream() => new("truncated-stream", FaultKind.TruncatedStream);

    /// <summary>A stream that ends in an error event.</summary>
    public static Fault StreamError() =>
        new("stream-error", FaultKind.StreamError)
        {
            Status = 500,
            Type = "server_error",
            Code = "server_error",
            Message = "The server had an error while processing your request.",
        };

    /// <summary>JSON where a stream was asked for.</summary>
    public static Fault JsonInsteadOfStream() => new("json-instead-of-stream", FaultKind.JsonInsteadOfStream);

    /// <summary>JSON that breaks off.</summary>
    public static Fault MalformedJson() => new("malformed-json", FaultKind.MalformedJson);

    /// <summary>Pictures that are no base64.</summary>
    public static Fault MalformedBase64() => new("malformed-base64", FaultKind.MalformedBase64);

    /// <summary>No pictures.</summary>
    public static Fault EmptyData() => new("empty-data", FaultKind.EmptyData);

    /// <summary>Pictures of another size.</summary>
    public static Fault WrongSize() => new("wrong-size", FaultKind.WrongSize);

    /// <summary>Base64 of something that is no picture.</summary>
    public static Fault NotAPicture() => new("not-a-picture", FaultKind.NotAPicture);

    /// <summary>A response with status 200 whose picture has failed.</summary>
    public static Fault FailedItem(string code = "server_error") =>
        new("failed-item", FaultKind.FailedItem) { Code = code, Message = "The image could not be generated." };

    /// <summary>A response that failed when its picture was made: status 200, or <c>response.failed</c> in a stream.</summary>
    public static Fault FailedResponse(string code = "server_error") =>
        new("failed-response", FaultKind.FailedResponse)
        {
            Code = code,
            Message = "The server had an error while processing your request.",
        };

    /// <summary>A batch that expires.</summary>
    public static Fault ExpiredBatch() => new("expired-batch", FaultKind.ExpiredBatch);

    private static Fault Failure(string name, int status, string type, string? code, string message) =>
        new(name, FaultKind.Error)
        {
            Status = status,
            Type = type,
            Code = code,
            Message = message,
        };

    private static Fault Moderated(string name, string stage, ImmutableArray<string> categories) =>
        new(name, FaultKind.Error)
        {
            Type = UserError,
            Code = "moderation_blocked",
            Message = "Your request was rejected by the safety system.",
            ModerationStage = stage,
            ModerationCategories = categories,
        };
}
