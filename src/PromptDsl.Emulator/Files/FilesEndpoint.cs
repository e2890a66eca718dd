using System.Text.Json;
using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Files;

/// <summary><c>/v1/files</c></summary>
internal sealed class FilesEndpoint(FileStore store) : IEndpoint
{
    private static readonly string[] Purposes = ["assistants", "batch", "fine-tune", "vision", "user_data", "evals"];

    private static readonly ListPage<StoredFile> Page = new(f => f.Id, WriteFile) { Limits = (10_000, 10_000) };

    public ApiAnswer Answer(ApiRequest request) =>
        request switch
        {
            { Method: "POST", Rest: [] } => Upload(request.Parameters),
            { Method: "GET", Rest: [] } => List(request.Query),
            { Method: "GET", Rest: [var id] } => Json.Answer(json => WriteFile(json, Find(id))),
            { Method: "GET", Rest: [var id, "content"] } => new ApiAnswer.Body(Find(id).Bytes, Find(id).ContentType),
            { Method: "DELETE", Rest: [var id] } => Delete(id),
            _ => throw ApiException.NotFound($"Invalid URL ({request.Method} /v1/files)"),
        };

    private ApiAnswer.Body List(Parameters query)
    {
        bool isAscending = query.FindWord("order", ["asc", "desc"]) == "asc";
        IEnumerable<StoredFile> files = query.FindText("purpose") is { } purpose
            ? store.All.Where(f => f.Purpose == purpose)
            : store.All;
        return Page.Answer([.. isAscending ? files : files.Reverse()], query);
    }

    private ApiAnswer.Body Upload(Parameters parameters)
    {
        string purpose = parameters.FindWord("purpose", Purposes) ?? throw parameters.Missing("purpose");
        if (parameters.FindFiles("file") is not [var file, ..])
        {
            throw parameters.Missing("file");
        }

        StoredFile stored = store.Add(
            file.FileName ?? "",
            purpose,
            file.ContentType ?? "application/octet-stream",
            file.Bytes
        );
        return Json.Answer(json => WriteFile(json, stored));
    }

    private ApiAnswer.Body Delete(string id) =>
        store.Remove(id)
            ? Json.Answer(json =>
            {
                json.WriteString("id", id);
                json.WriteString("object", "file");
                json.WriteBoolean("deleted", true);
            })
            : throw NotFound(id);

    private StoredFile Find(string id) => store.Find(id) ?? throw NotFound(id);

    private static ApiException NotFound(string id) => ApiException.NotFound($"No such File object: {id}", "id");

    private static void WriteFile(Utf8JsonWriter json, StoredFile file)
    {
        json.WriteString("id", file.Id);
        json.WriteString("object", "file");
        json.WriteNumber("bytes", file.Bytes.Length);
        json.WriteNumber("created_at", file.CreatedAt);
        json.WriteString("filename", file.Name);
        json.WriteString("purpose", file.Purpose);
        json.WriteString("status", "processed");
    }
}
