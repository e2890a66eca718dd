using System.Globalization;
using System.Text.Json;
using PromptDsl.Emulator.Http;
using PromptDsl.Targets;

namespace PromptDsl.Emulator.Images;

/// <summary><c>/v1/models</c></summary>
internal sealed class ModelsEndpoint(ModelFinder models) : IEndpoint
{
    private static readonly ListPage<ImageModel> Page = new(m => m.Id, WriteModel);

    public ApiAnswer Answer(ApiRequest request) =>
        request switch
        {
            { Method: "GET", Rest: [] } => Page.Answer([.. models.Served], Parameters.None()),
            { Method: "GET", Rest: [var id] } => Json.Answer(json => WriteModel(json, models.Find(id))),
            _ => throw ApiException.NotFound($"Invalid URL ({request.Method} /v1/models)"),
        };

    private static void WriteModel(Utf8JsonWriter json, ImageModel model)
    {
        json.WriteString("id", model.Id);
        json.WriteString("object", "model");
        json.WriteNumber("created", 0);
        json.WriteString("owned_by", "system");
        json.WriteString(
            "shutdown_date",
            model.Shutdown.TryGet(out DateOnly? day) && day is { } date
                ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : null
        );
    }
}
