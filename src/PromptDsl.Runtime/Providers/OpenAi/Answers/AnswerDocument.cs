using System.Text.Json;

namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>JSON of an answer; where a picture was, there is its number.</summary>
internal sealed class AnswerDocument(JsonDocument json, IReadOnlyList<ReceivedPicture> pictures) : IDisposable
{
    // A server that writes a number itself does not get a picture twice.
    private readonly HashSet<int> _given = [];

    public JsonElement Root => json.RootElement;

    /// <summary>The picture that a property of an object held, or null.</summary>
    public ReceivedPicture? Picture(JsonElement owner, string name) =>
        owner.Find(name) is { ValueKind: JsonValueKind.Number } value
        && value.TryGetInt32(out int number)
        && number >= 0
        && number < pictures.Count
        && _given.Add(number)
            ? pictures[number]
            : null;

    public void Dispose() => json.Dispose();
}
