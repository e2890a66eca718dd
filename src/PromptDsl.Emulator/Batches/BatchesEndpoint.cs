using System.Collections.Concurrent;
using System.Globalization;
using PromptDsl.Emulator.Faults;
using PromptDsl.Emulator.Files;
using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Batches;

/// <summary><c>/v1/batches</c></summary>
internal sealed class BatchesEndpoint(EmulatorOptions options, FileStore files, BatchRunner runner) : IEndpoint
{
    private static readonly string[] Targets =
    [
        $"/v1/{Endpoints.Generations}",
        $"/v1/{Endpoints.Edits}",
        $"/v1/{Endpoints.Responses}",
    ];

    private static readonly ListPage<Batch> Page = new(b => b.Id, (json, batch) => batch.Write(json))
    {
        Limits = (100, 20),
    };

    private readonly ConcurrentDictionary<string, (Batch Batch, string Endpoint)> _batches = new(
        StringComparer.Ordinal
    );
    private int _last;

    public ApiAnswer Answer(ApiRequest request)
    {
        switch (request)
        {
            case { Method: "POST", Rest: [] }:
                return Json.Answer(Create(request).Write);
            case { Method: "GET", Rest: [] }:
                Batch[] all =
                [
                    .. _batches.Values.Select(b => b.Batch).OrderByDescending(b => b.Id, StringComparer.Ordinal),
                ];
                return Page.Answer(all, request.Query);
            case { Method: "GET", Rest: [var id] }:
                (Batch batch, string endpoint) = Find(id);
                batch.Advance(options.BatchPolls, Now, (input, half) => runner.Run(batch, endpoint, input, half));
                return Json.Answer(batch.Write);
            case { Method: "POST", Rest: [var id, "cancel"] }:
                Batch cancelled = Find(id).Batch;
                cancelled.Cancel();
                return Json.Answer(cancelled.Write);
            default:
                throw ApiException.NotFound($"Invalid URL ({request.Method} /v1/batches)");
        }
    }

    public void Clear() => _batches.Clear();

    private Batch Create(ApiRequest request)
    {
        Parameters parameters = request.Parameters;
        string fileId = parameters.Text("input_file_id");
        string target = parameters.FindWord("endpoint", Targets) ?? throw parameters.Missing("endpoint");
        _ = parameters.FindWord("completion_window", ["24h"]) ?? throw parameters.Missing("completion_window");
        var metadata = parameters.FindElement("metadata");
        parameters.Allow("output_expires_after");
        parameters.RefuseUnknown();
        StoredFile file =
            files.Find(fileId)
            ?? throw ApiException.BadRequest($"No such File object: {fileId}", null, "input_file_id");
        if (file.Purpose != "batch")
        {
            throw parameters.Invalid("input_file_id", "The input file of a batch has the purpose 'batch'.");
        }

        string id = "batch_" + Interlocked.Increment(ref _last).ToString("D8", CultureInfo.InvariantCulture);
        var batch = new Batch(
            id,
            target,
            fileId,
            BatchInput.Read(file.Bytes, target),
            request.Has(FaultKind.ExpiredBatch)
        )
        {
            CreatedAt = Now,
            Metadata = metadata,
        };
        _batches[id] = (batch, target["/v1/".Length..]);
        return batch;
    }

    private (Batch Batch, string Endpoint) Find(string id) =>
        _batches.TryGetValue(id, out (Batch, string) batch)
            ? batch
            : throw ApiException.NotFound($"No batch found with id '{id}'.", "id");

    private long Now => options.Clock.GetUtcNow().ToUnixTimeSeconds();
}
