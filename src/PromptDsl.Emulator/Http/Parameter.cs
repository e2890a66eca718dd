using System.Text.Json;

namespace PromptDsl.Emulator.Http;

/// <summary>A value of a body: JSON, or the text of a form field.</summary>
internal readonly record struct Parameter(JsonElement? Element, string? Field)
{
    /// <summary>The text, or null when it is none.</summary>
    public string? Text =>
        Field ?? (Element is { ValueKind: JsonValueKind.String } element ? element.GetString() : null);

    /// <summary>What the value is, in the words of the API's messages.</summary>
    public string TypeName =>
        Element?.ValueKind switch
        {
            JsonValueKind.Array => "an array",
            JsonValueKind.Object => "an object",
            JsonValueKind.True or JsonValueKind.False => "a boolean",
            JsonValueKind.Number when !Element.Value.TryGetInt64(out _) => "a decimal",
            JsonValueKind.Number => "an integer",
            _ => "a string",
        };
}
