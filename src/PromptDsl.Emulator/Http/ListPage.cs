using System.Text.Json;

namespace PromptDsl.Emulator.Http;

/// <summary>A page of a list, as every listing endpoint answers it.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="IdOf">The id of an item.</param>
/// <param name="Write">Writes the members of an item.</param>
internal sealed record ListPage<T>(Func<T, string> IdOf, Action<Utf8JsonWriter, T> Write)
{
    /// <summary>The most items of a page, and how many it has unless another number is asked for.</summary>
    public (int Most, int Default) Limits { get; init; } = (int.MaxValue, int.MaxValue);

    /// <summary>The page that the query asks for with <c>limit</c> and <c>after</c>.</summary>
    /// <exception cref="ApiException">The query is not accepted.</exception>
    public ApiAnswer.Body Answer(IReadOnlyList<T> all, Parameters query)
    {
        int limit = query.FindInteger("limit", 1, Limits.Most) ?? Limits.Default;
        int start = query.FindText("after") is { } after ? PlaceOf(after, all, query) + 1 : 0;
        T[] page = [.. all.Skip(start).Take(limit)];
        return Json.Answer(json =>
        {
            json.WriteString("object", "list");
            json.WriteStartArray("data");
            foreach (T item in page)
            {
                json.WriteStartObject();
                Write(json, item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("first_id", page.Length > 0 ? IdOf(page[0]) : null);
            json.WriteString("last_id", page.Length > 0 ? IdOf(page[^1]) : null);
            json.WriteBoolean("has_more", start + page.Length < all.Count);
        });
    }

    // What the service answers to an id that it does not know is not documented.
    private int PlaceOf(string id, IReadOnlyList<T> all, Parameters query) =>
        all.TakeWhile(item => IdOf(item) != id).Count() is var place && place < all.Count
            ? place
            : throw query.Invalid("after", $"There is no '{id}' in this list.");
}
