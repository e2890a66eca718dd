using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Answers;

namespace PromptDsl.Runtime.Providers.OpenAi.Batches;

/// <summary>A batch as the server describes it.</summary>
internal sealed record BatchState(
    string State,
    int Total,
    int Completed,
    int Failed,
    string? OutputFile,
    string? ErrorFile,
    string? Problem
)
{
    public bool HasEnded => State is "completed" or "failed" or "expired" or "cancelled";

    public static BatchState Read(JsonElement batch)
    {
        JsonElement? counts = batch.Find("request_counts");
        string[] problems =
        [
            .. (batch.Find("errors")?.Find("data"))
                .Items()
                .Select(e =>
                    e.FindNumber("line") is { } line ? $"line {line}: {e.FindText("message")}" : e.FindText("message")
                )
                .OfType<string>(),
        ];
        return new BatchState(
            batch.FindText("status") ?? "unknown",
            Count(counts, "total"),
            Count(counts, "completed"),
            Count(counts, "failed"),
            batch.FindText("output_file_id"),
            batch.FindText("error_file_id"),
            problems.Length > 0 ? string.Join("; ", problems.Take(3)) : null
        );
    }

    private static int Count(JsonElement? counts, string name) =>
        (int)Math.Clamp(counts?.FindNumber(name) ?? 0, 0, int.MaxValue);
}
