using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PromptDsl.Emulator.Http;
using PromptDsl.Emulator.Images;

namespace PromptDsl.Emulator.Responses;

/// <summary>What the input of a response says and shows.</summary>
internal sealed class ConversationInput(InputPictureReader pictures, Func<string, bool> isKnownItem)
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<InputPicture>.Builder _pictures = ImmutableArray.CreateBuilder<InputPicture>();

    public string Text => _text.ToString();

    public ImmutableArray<InputPicture> Pictures => _pictures.ToImmutable();

    /// <summary>Whether an earlier picture is named.</summary>
    public bool HasEarlierPicture { get; private set; }

    public void Read(Parameters parameters)
    {
        if (parameters.FindElement("input") is not { } input)
        {
            throw parameters.Missing("input");
        }

        if (input.ValueKind == JsonValueKind.Array)
        {
            ForEach(input, "input", ReadItem);
        }
        else
        {
            _text.Append(parameters.Text("input"));
        }
    }

    private void ReadItem(Parameters item, string path)
    {
        switch (item.Peek("type") ?? "message")
        {
            case "message" when item.FindElement("content") is { ValueKind: JsonValueKind.Array } content:
                ForEach(content, $"{path}.content", ReadPart);
                break;
            case "message":
                Append(item.Text("content"));
                break;
            case "item_reference" or "image_generation_call":
                string id = item.Text("id");
                HasEarlierPicture |= isKnownItem(id)
                    ? true
                    : throw ApiException.NotFound($"Item with id '{id}' not found.", "input");
                break;
            case var type:
                throw item.InvalidWord("type", type, ["message", "item_reference", "image_generation_call"]);
        }
    }

    private void ReadPart(Parameters part, string path)
    {
        switch (part.Text("type"))
        {
            case "input_text" or "output_text":
                Append(part.Text("text"));
                break;
            case "input_image" when part.FindText("image_url") is { } address:
                _pictures.Add(pictures.ReadAddress(address, $"{path}.image_url"));
                break;
            case "input_image":
                _pictures.Add(pictures.ReadFile(part.Text("file_id"), $"{path}.file_id"));
                break;
            case var type:
                throw part.InvalidWord("type", type, ["input_text", "input_image"]);
        }
    }

    private void Append(string text) => _text.Append(_text.Length > 0 ? "\n" : "").Append(text);

    private static void ForEach(JsonElement array, string path, Action<Parameters, string> read)
    {
        int i = 0;
        foreach (JsonElement element in array.EnumerateArray())
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{path}[{i++}]");
            if (element.ValueKind != JsonValueKind.Object)
            {
                throw ApiException.BadRequest(
                    $"Invalid type for '{place}': expected an object.",
                    "invalid_type",
                    place
                );
            }

            read(Parameters.Of(element, place + "."), place);
        }
    }
}
