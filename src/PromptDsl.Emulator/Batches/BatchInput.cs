using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace PromptDsl.Emulator.Batches;

/// <summary>The lines of an input file. The codes of its problems are ours: the service's are not all documented.</summary>
internal sealed record BatchInput(ImmutableArray<BatchItem> Items, ImmutableArray<BatchProblem> Problems)
{
    private const int MaxItems = 50_000;

    public static BatchInput Read(ReadOnlyMemory<byte> file, string endpoint)
    {
        ImmutableArray<BatchItem>.Builder items = ImmutableArray.CreateBuilder<BatchItem>();
        ImmutableArray<BatchProblem>.Builder problems = ImmutableArray.CreateBuilder<BatchProblem>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        int number = 0;
        foreach (string line in Encoding.UTF8.GetString(file.Span).Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            (BatchItem? item, BatchProblem? problem) = ReadLine(line, endpoint, number);
            if (item is not null && !ids.Add(item.CustomId))
            {
                problem = new(
                    "duplicate_custom_id",
                    $"The custom_id '{item.CustomId}' is not unique.",
                    "custom_id",
                    number
                );
            }

            if (problem is not null)
            {
                problems.Add(problem);
            }
            else
            {
                items.Add(item!);
            }
        }

        if (items.Count == 0 && problems.Count == 0)
        {
            problems.Add(new("empty_file", "The input file has no requests.", null, 1));
        }
        else if (items.Count > MaxItems)
        {
            problems.Add(new("too_many_requests", "The input file has more than 50,000 requests.", null, MaxItems + 1));
        }

        return new BatchInput(items.ToImmutable(), problems.ToImmutable());
    }

    private static (BatchItem?, BatchProblem?) ReadLine(string line, string endpoint, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            string? missing = new[] { "custom_id", "method", "url", "body" }.FirstOrDefault(n =>
                root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(n, out _)
            );
            return missing is not null
                    ? Problem("missing_required_parameter", $"Missing required parameter: '{missing}'.", missing)
                : root.GetProperty("custom_id").ValueKind != JsonValueKind.String
                || root.GetProperty("body").ValueKind != JsonValueKind.Object
                    ? Problem("invalid_type", "A custom_id is a string, and a body an object.", null)
                : root.GetProperty("method").ToString() != "POST"
                    ? Problem("invalid_method", "The method of a request is POST.", "method")
                : root.GetProperty("url").ToString() != endpoint
                    ? Problem("mismatched_url", "The url of a request is the endpoint of its batch.", "url")
                : (new BatchItem(root.GetProperty("custom_id").GetString()!, root.GetProperty("body").Clone()), null);
        }
        catch (JsonException)
        {
            return Problem("invalid_json_line", "This line is not parseable as valid JSON.", null);
        }

        (BatchItem?, BatchProblem?) Problem(string code, string message, string? parameter) =>
            (null, new BatchProblem(code, message, parameter, number));
    }
}
