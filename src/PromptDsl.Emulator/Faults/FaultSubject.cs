using System.Text;
using System.Text.Json;
using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Faults;

/// <summary>What rules look at in a request, which may be in no order.</summary>
internal sealed record FaultSubject(
    string Endpoint,
    string? Model,
    string? Prompt,
    bool IsStream,
    bool IsCreation,
    bool IsInBatch
)
{
    public static FaultSubject Of(ApiRequest request)
    {
        Parameters parameters = request.Parameters;
        bool isResponse = request.Endpoint == Endpoints.Responses;
        return new FaultSubject(
            request.Endpoint,
            (isResponse ? ToolModel(parameters) : request.Deployment) ?? parameters.Peek("model"),
            isResponse ? InputText(parameters) : parameters.Peek("prompt"),
            Endpoints.MakesPictures(request.Endpoint) && parameters.PeekFlag("stream"),
            request is { Method: "POST", Rest: [] },
            request.IsInBatch
        );
    }

    private static string? ToolModel(Parameters parameters) =>
        parameters.PeekElement("tools") is { ValueKind: JsonValueKind.Array } tools
            ? tools
                .EnumerateArray()
                .Where(t => t.ValueKind == JsonValueKind.Object)
                .Select(t => Parameters.Of(t).Peek("model"))
                .FirstOrDefault(m => m is not null)
            : null;

    private static string InputText(Parameters parameters)
    {
        var text = new StringBuilder(parameters.Peek("input"));
        if (parameters.PeekElement("input") is { ValueKind: JsonValueKind.Array } input)
        {
            AppendTexts(input, text);
        }

        return text.ToString();
    }

    private static void AppendTexts(JsonElement element, StringBuilder text)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    AppendTexts(item, text);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject().Where(p => p.Name is "text" or "content"))
                {
                    AppendTexts(property.Value, text);
                }

                break;
            case JsonValueKind.String:
                text.Append(element.GetString()).Append('\n');
                break;
        }
    }
}
