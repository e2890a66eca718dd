using System.Text.Json;

namespace PromptDsl.Emulator.Batches;

/// <summary>A batch, which goes on each time it is asked about.</summary>
internal sealed class Batch(string id, string endpoint, string inputFile, BatchInput input, bool expires)
{
    private readonly Lock _gate = new();
    private int _polls;
    private BatchState _state = BatchState.Validating;
    private BatchResult? _result;
    private long? _endedAt;

    public string Id => id;

    public required long CreatedAt { get; init; }

    public JsonElement? Metadata { get; init; }

    /// <summary>Goes one step on.</summary>
    /// <param name="pollsToEnd">After how many steps the batch has ended.</param>
    /// <param name="run">Carries out its requests; told whether only the first half.</param>
    public void Advance(int pollsToEnd, long now, Func<BatchInput, bool, BatchResult> run)
    {
        lock (_gate)
        {
            switch (_state)
            {
                case BatchState.Validating when !input.Problems.IsEmpty:
                    End(BatchState.Failed, now);
                    break;
                case BatchState.Validating or BatchState.InProgress when ++_polls >= pollsToEnd:
                    _result = run(input, expires);
                    End(expires ? BatchState.Expired : BatchState.Completed, now);
                    break;
                case BatchState.Validating:
                    _state = BatchState.InProgress;
                    break;
                case BatchState.Cancelling:
                    End(BatchState.Cancelled, now);
                    break;
            }
        }
    }

    /// <summary>Asks it to stop; one that has ended stays as it is.</summary>
    public void Cancel()
    {
        lock (_gate)
        {
            _state = _state is BatchState.Validating or BatchState.InProgress ? BatchState.Cancelling : _state;
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        lock (_gate)
        {
            json.WriteString("id", id);
            json.WriteString("object", "batch");
            json.WriteString("endpoint", endpoint);
            json.WriteString("input_file_id", inputFile);
            json.WriteString("completion_window", "24h");
            json.WriteString("status", NameOf(_state));
            json.WriteString("output_file_id", _result?.OutputFile);
            json.WriteString("error_file_id", _result?.ErrorFile);
            json.WriteNumber("created_at", CreatedAt);
            if (_endedAt is { } end)
            {
                json.WriteNumber($"{NameOf(_state)}_at", end);
            }

            json.WriteStartObject("request_counts");
            json.WriteNumber("total", input.Items.Length);
            json.WriteNumber("completed", _result?.Completed ?? 0);
            json.WriteNumber("failed", _result?.Failed ?? 0);
            json.WriteEndObject();
            WriteErrors(json);
            json.WritePropertyName("metadata");
            WriteMetadata(json);
        }
    }

    private void WriteErrors(Utf8JsonWriter json)
    {
        if (_state != BatchState.Failed)
        {
            json.WriteNull("errors");
            return;
        }

        json.WriteStartObject("errors");
        json.WriteString("object", "list");
        json.WriteStartArray("data");
        foreach (BatchProblem problem in input.Problems)
        {
            json.WriteStartObject();
            json.WriteString("code", problem.Code);
            json.WriteString("message", problem.Message);
            json.WriteString("param", problem.Parameter);
            json.WriteNumber("line", problem.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteMetadata(Utf8JsonWriter json)
    {
        if (Metadata is { } metadata)
        {
            metadata.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private void End(BatchState state, long now)
    {
        _state = state;
        _endedAt = now;
    }

    private static string NameOf(BatchState state) =>
        state == BatchState.InProgress ? "in_progress" : state.ToString().ToLowerInvariant();
}
