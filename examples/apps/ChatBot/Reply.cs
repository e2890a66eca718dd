using System.Text.Json.Serialization;

namespace ChatBot;

/// <summary>A message in the chat.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Type">Who sees it: <c>ephemeral</c> who asked, <c>in_channel</c> everybody.</param>
internal sealed record Reply(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("response_type")] string Type
)
{
    public static Reply ToOne(string text) => new(text, "ephemeral");

    public static Reply ToAll(string text) => new(text, "in_channel");
}
