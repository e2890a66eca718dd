using System.Net;
using System.Text;
using System.Text.Json;
using PromptDsl.Emulator.Profiles;

namespace PromptDsl.Emulator.Http;

/// <summary>Writes errors as the server that is played writes them.</summary>
internal sealed class ErrorWriter(ServerProfile profile)
{
    public static ApiAnswer Html(int status, string message)
    {
        string page = $"""
            <html>
            <head><title>Error</title></head>
            <body><center><h1>{WebUtility.HtmlEncode(message)}</h1></center></body>
            </html>
            """;
        return new ApiAnswer.Body(Encoding.UTF8.GetBytes(page), "text/html") { Status = status };
    }

    public ApiAnswer Answer(ApiError error) =>
        Json.Answer(json => WriteBody(json, error)) with
        {
            Status = IsMissing(error) ? 422 : error.Status,
            RetryAfter = error.RetryAfter,
        };

    /// <summary>The four keys of an error, and what moderation adds.</summary>
    public void WriteError(Utf8JsonWriter json, ApiError error)
    {
        json.WriteString("message", error.Message);
        json.WriteString("type", error.Type);
        json.WriteString("param", error.Parameter);
        json.WriteString("code", error.Code == "moderation_blocked" ? profile.ModerationCode : error.Code);
        WriteModeration(json, error);
    }

    /// <summary>The error of a picture within a response.</summary>
    public static void WriteItemError(Utf8JsonWriter json, ApiError error)
    {
        json.WriteString("code", error.Code);
        json.WriteString("message", error.Message);
        WriteModeration(json, error);
    }

    private static void WriteModeration(Utf8JsonWriter json, ApiError error)
    {
        if (error.ModerationStage is not null)
        {
            json.WriteStartObject("moderation_details");
            json.WriteString("moderation_stage", error.ModerationStage);
            json.WriteStartArray("categories");
            foreach (string category in error.ModerationCategories)
            {
                json.WriteStringValue(category);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    // FastAPI checks that fields are there; their values are checked by the server itself.
    private bool IsMissing(ApiError error) =>
        profile.Errors == ErrorShape.Detail && error.Code == "missing_required_parameter";

    private void WriteBody(Utf8JsonWriter json, ApiError error)
    {
        switch (profile.Errors)
        {
            case ErrorShape.Text:
                json.WriteString("error", error.Message);
                break;
            case ErrorShape.Detail when IsMissing(error):
                json.WriteStartArray("detail");
                json.WriteStartObject();
                json.WriteString("type", error.Code ?? "value_error");
                json.WriteStartArray("loc");
                json.WriteStringValue("body");
                json.WriteStringValue(error.Parameter);
                json.WriteEndArray();
                json.WriteString("msg", error.Message);
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            case ErrorShape.Detail:
                json.WriteString("detail", error.Message);
                break;
            default:
                json.WriteStartObject("error");
                WriteError(json, error);
                json.WriteEndObject();
                break;
        }
    }
}
