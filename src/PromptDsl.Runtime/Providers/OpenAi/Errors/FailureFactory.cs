using System.ClientModel.Primitives;
using System.Text;
using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Transport;

namespace PromptDsl.Runtime.Providers.OpenAi.Errors;

/// <summary>Makes failures of what a server says and of what happens on the way to it.</summary>
/// <param name="options">Whose server it is.</param>
/// <param name="key">Gives the key, which no message repeats.</param>
internal sealed class FailureFactory(OpenAiOptions options, Func<string?> key)
{
    /// <summary>Why a response is incomplete whose language model had no tokens left.</summary>
    private const string TooLong = "max_output_tokens";

    /// <summary>What a response with an error status says.</summary>
    public ProviderFailure FromResponse(PipelineResponse response, ReadOnlyMemory<byte> body)
    {
        ServerError error = Parse(body) ?? new ServerError();
        string? message = response.Status switch
        {
            404 when error.Code is null && options.Endpoint.AbsolutePath == "/" =>
                $"{options.Endpoint} has no path; most servers have the API below /v1: try {options.Endpoint}v1",
            _ when error.Message is not null => error.Message,
            >= 300 and < 400 => $"it redirects to {AddressOf(HeaderReader.Find(response.Headers, "location"))}",
            404 when error.Code is null => $"check that {options.Endpoint} is the right address",
            _ => TextOf(response, body),
        };
        return FromError(response.Status, error with { Message = message }) with
        {
            RetryAfter = HeaderReader.RetryAfter(response.Headers, options.Clock),
            ShouldRetry = HeaderReader.ShouldRetry(response.Headers),
        };
    }

    /// <summary>What an error says, in a response of any status.</summary>
    public ProviderFailure FromError(int status, ServerError error)
    {
        FailureKind kind = FailureRules.KindOf(status, error.Code, error.Type);
        string details = string.Join(
            ", ",
            new[] { error.Code ?? error.Type, error.Parameter }.Where(text => !string.IsNullOrEmpty(text))
        );
        string lead = status < 300 ? "reports an error" : $"answered {status}";
        string message =
            $"{options.Profile.Title} {lead}"
            + (details.Length > 0 ? $" ({details})" : "")
            + (string.IsNullOrWhiteSpace(error.Message) ? "." : $": {error.Message}");
        return new ProviderFailure(kind, Clean(message))
        {
            Status = status,
            Code = CleanOrNull(error.Code ?? error.Type),
            Parameter = CleanOrNull(error.Parameter),
            ModerationStage = CleanOrNull(error.ModerationStage),
            ModerationCategories = [.. error.ModerationCategories.Select(Clean)],
        };
    }

    /// <summary>
    /// An answer began well and ended in an error. Where the server failed, what it had done until then may be
    /// charged; where moderation refused a picture or the answer grew too long, only the tokens of a language model
    /// that had begun it. Limits, quotas and mistakes of a request are found before any work.
    /// </summary>
    public ProviderFailure BrokenOff(int status, ServerError error, bool isConversation)
    {
        ProviderFailure failure = FromError(status, error);
        return failure.Kind switch
        {
            FailureKind.ServerError => failure with { Kind = FailureKind.OutcomeUnknown, MayHaveBeenPaid = true },
            FailureKind.Moderated => failure with { MayHaveBeenPaid = isConversation },
            FailureKind.BadRequest when error.Code == TooLong => failure with { MayHaveBeenPaid = true },
            _ => failure,
        };
    }

    /// <summary>It is not sent at all.</summary>
    public ProviderFailure Refused(FailureKind kind, string message) => new(kind, Clean(message));

    /// <summary>No connection was made, so nothing was sent.</summary>
    public ProviderFailure NotConnected(string reason) =>
        new(FailureKind.ConnectionFailed, Clean($"no connection to {options.Endpoint.Authority}: {reason}"));

    /// <summary>It was sent, and the answer is lost.</summary>
    public ProviderFailure Lost(string reason, int? status = null) =>
        new(FailureKind.OutcomeUnknown, Clean($"the answer of {options.Profile.Title} is lost: {reason}"))
        {
            Status = status,
            MayHaveBeenPaid = true,
        };

    /// <summary>It was carried out, and the answer cannot be read.</summary>
    public ProviderFailure Malformed(string reason, int status) =>
        new(FailureKind.MalformedAnswer, Clean($"the answer of {options.Profile.Title} cannot be read: {reason}"))
        {
            Status = status,
            MayHaveBeenPaid = true,
        };

    /// <summary>A text that is kept as it is, but for the key.</summary>
    public string? HideKey(string? text) => text is null ? null : Redactor.HideKey(text, key());

    /// <summary>A text without secrets.</summary>
    public string Clean(string text) => Redactor.Clean(text, key());

    private string? CleanOrNull(string? text) => text is null ? null : Clean(text);

    private static ServerError? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return ServerError.Find(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // What follows the path is for the server that is named, and may repeat what it was sent.
    private static string AddressOf(string? location) => (location ?? "nowhere").Split('?', '#')[0];

    // A page for browsers says nothing in its first lines.
    private static string? TextOf(PipelineResponse response, ReadOnlyMemory<byte> body) =>
        HeaderReader.Find(response.Headers, "content-type")?.Contains("html", StringComparison.OrdinalIgnoreCase)
        == true
            ? null
            : Encoding.UTF8.GetString(body.Span);
}
