using System.Globalization;
using System.Text.Json;
using PromptDsl.Emulator.Files;
using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Batches;

/// <summary>Carries out the requests of a batch and writes its files.</summary>
internal sealed class BatchRunner(FileStore files, Dispatcher dispatcher)
{
    public BatchResult Run(Batch batch, string endpoint, BatchInput input, bool onlyFirstHalf)
    {
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        int done = onlyFirstHalf ? input.Items.Length / 2 : input.Items.Length;
        int completed = 0;
        for (int i = 0; i < input.Items.Length; i++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"{batch.Id}_req_{i + 1}");
            ApiAnswer.Body? answer = i < done ? Answer(endpoint, input.Items[i]) : null;
            bool isGood = answer?.Status == 200;
            completed += isGood ? 1 : 0;
            MemoryStream file = isGood ? output : errors;
            file.Write(Json.Write(json => WriteLine(json, id, input.Items[i].CustomId, answer)).Span);
            file.WriteByte((byte)'\n');
        }

        return new BatchResult(
            Store(output, $"{batch.Id}_output.jsonl"),
            Store(errors, $"{batch.Id}_error.jsonl"),
            completed,
            input.Items.Length - completed
        );
    }

    private ApiAnswer.Body Answer(string endpoint, BatchItem item)
    {
        Outcome outcome = dispatcher.Dispatch(
            new ApiRequest
            {
                Endpoint = endpoint,
                Method = "POST",
                Parameters = Parameters.Of(item.Body),
                IsInBatch = true,
            }
        );
        return outcome.Answer as ApiAnswer.Body
            ?? throw new InvalidOperationException("A request of a batch is answered with a body.");
    }

    private static void WriteLine(Utf8JsonWriter json, string id, string customId, ApiAnswer.Body? answer)
    {
        json.WriteString("id", id);
        json.WriteString("custom_id", customId);
        if (answer is null)
        {
            json.WriteNull("response");
            json.WriteStartObject("error");
            json.WriteString("code", "batch_expired");
            json.WriteString("message", "This request could not be executed before the completion window expired.");
            json.WriteEndObject();
            return;
        }

        json.WriteStartObject("response");
        json.WriteNumber("status_code", answer.Status);
        json.WriteString("request_id", $"req_{id}");
        json.WritePropertyName("body");
        json.WriteRawValue(answer.Bytes.Span, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteNull("error");
    }

    private string? Store(MemoryStream content, string name) =>
        content.Length == 0 ? null : files.Add(name, "batch_output", "application/jsonl", content.ToArray()).Id;
}
