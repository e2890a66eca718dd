using System.Collections.Immutable;
using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Answers;

namespace PromptDsl.Runtime.Providers.OpenAi.Errors;

/// <summary>What a server says about an error, in whichever form it says it.</summary>
internal sealed record ServerError
{
    public string? Message { get; init; }

    public string? Type { get; init; }

    public string? Code { get; init; }

    public string? Parameter { get; init; }

    public string? ModerationStage { get; init; }

    public ImmutableArray<string> ModerationCategories { get; init; } = [];

    /// <summary>
    /// Finds the error in a document: <c>error</c> as an object or a text, <c>detail</c> as FastAPI writes
    /// it, or the fields themselves, as events of the Responses API have them. Null when there is none.
    /// </summary>
    public static ServerError? Find(JsonElement root)
    {
        if (root.Find("error") is { } error)
        {
            return error.ValueKind == JsonValueKind.Object
                ? FromObject(error)
                : new ServerError { Message = root.FindText("message") ?? TextOf(error) };
        }

        if (root.Find("detail") is { } detail)
        {
            return new ServerError { Message = DetailOf(detail) };
        }

        return root.FindText("type") == "error" ? FromObject(root) with { Type = null } : null;
    }

    /// <summary>Reads the object of an error.</summary>
    public static ServerError FromObject(JsonElement error)
    {
        JsonElement? details = error.Find("moderation_details");
        return new ServerError
        {
            Message = error.FindText("message"),
            Type = error.FindText("type"),
            Code = error.Find("code") is { } code ? TextOf(code) : null,
            Parameter = error.FindText("param"),
            ModerationStage = details?.FindText("moderation_stage"),
            ModerationCategories = [.. (details?.Find("categories")).Items().Select(TextOf).OfType<string>()],
        };
    }

    // A list of what is wrong where: [{"loc":["body","size"],"msg":"…"}].
    private static string? DetailOf(JsonElement detail) =>
        detail.ValueKind == JsonValueKind.Array
            ? string.Join(
                "; ",
                detail
                    .EnumerateArray()
                    .Select(item =>
                        string.Join('.', item.Find("loc").Items().Select(TextOf)) is { Length: > 0 } place
                            ? $"{place}: {item.FindText("msg")}"
                            : item.FindText("msg") ?? TextOf(item)
                    )
            )
            : detail.FindText("message") ?? TextOf(detail);

    private static string? TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.Text() : value.GetRawText();
}
