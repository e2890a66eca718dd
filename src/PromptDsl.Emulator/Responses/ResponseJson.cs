using System.Collections.Immutable;
using System.Text.Json;
using PromptDsl.Emulator.Drawing;
using PromptDsl.Emulator.Faults;
using PromptDsl.Emulator.Http;
using PromptDsl.Emulator.Images;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Emulator.Responses;

/// <summary>Writes a response, whole or as events.</summary>
/// <param name="made">Its picture, or null when it failed.</param>
/// <param name="fault">What went wrong.</param>
/// <param name="number">What its ids end in.</param>
/// <param name="now">In seconds of Unix time.</param>
internal sealed class ResponseJson(Conversation conversation, MadePictures? made, Fault? fault, string number, long now)
{
    private const string Call = "response.image_generation_call";

    // What the language model says and thinks is not the emulator's; any number serves.
    private const int LanguageOutputTokens = 50;

    private readonly ImmutableArray<ServerEvent>.Builder _events = ImmutableArray.CreateBuilder<ServerEvent>();

    public string Id => $"resp_{number}";

    public string ItemId => $"ig_{number}";

    private bool IsEmpty => made is { Pictures.IsEmpty: true };

    private string End => fault?.Kind == FaultKind.FailedResponse ? "failed" : "completed";

    /// <summary>Writes the response as it ended.</summary>
    public void Write(Utf8JsonWriter json) => Write(json, End);

    private void Write(Utf8JsonWriter json, string status)
    {
        json.WriteString("id", Id);
        json.WriteString("object", "response");
        json.WriteNumber("created_at", now);
        json.WriteString("status", status);
        WriteError(json, status == "failed" ? fault : null);
        json.WriteNull("incomplete_details");
        json.WriteString("model", conversation.Model);
        json.WriteString("previous_response_id", conversation.PreviousResponseId);
        json.WriteBoolean("store", conversation.IsStored);
        json.WriteBoolean("parallel_tool_calls", true);
        json.WriteString("tool_choice", "auto");
        json.WritePropertyName("tools");
        conversation.Tools.WriteTo(json);
        json.WriteStartArray("output");
        if (status == "completed" && !IsEmpty)
        {
            json.WriteStartObject();
            WriteItem(json, made is null ? "failed" : "completed");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (status == "completed")
        {
            WriteUsage(json);
        }
    }

    /// <summary>The events of a stream, in order.</summary>
    public ImmutableArray<ServerEvent> Events()
    {
        AddResponse("response.created", "in_progress");
        AddResponse("response.in_progress", "in_progress");
        if (!IsEmpty)
        {
            AddItem("response.output_item.added", "in_progress");
            AddCall($"{Call}.in_progress");
            AddCall($"{Call}.generating");
            for (int i = 0; i < made?.Partial.Length; i++)
            {
                AddPartial(i, made.Partial[i]);
            }

            if (End == "completed")
            {
                AddDone();
            }
        }

        AddResponse($"response.{End}", End);
        return _events.ToImmutable();
    }

    private void AddDone()
    {
        if (made is not null)
        {
            AddCall($"{Call}.completed");
        }

        AddItem("response.output_item.done", made is null ? "failed" : "completed");
    }

    private static void WriteError(Utf8JsonWriter json, Fault? fault)
    {
        if (fault is null)
        {
            json.WriteNull("error");
            return;
        }

        json.WriteStartObject("error");
        ErrorWriter.WriteItemError(json, fault.ToError());
        json.WriteEndObject();
    }

    private void WriteItem(Utf8JsonWriter json, string status)
    {
        json.WriteString("type", "image_generation_call");
        json.WriteString("id", ItemId);
        json.WriteString("status", status);
        switch (status)
        {
            case "completed":
                json.WriteString("result", made!.Pictures[0].Base64);
                json.WriteString("revised_prompt", $"{conversation.Order.Prompt} (revised)");
                json.WriteString("action", conversation.Action);
                PictureJson.WriteParameters(json, conversation.Order);
                break;
            case "failed":
                json.WriteNull("result");
                WriteError(json, fault);
                break;
            default:
                json.WriteNull("result");
                break;
        }
    }

    // The tokens are the language model's; where those of the picture stand is not documented.
    private void WriteUsage(Utf8JsonWriter json)
    {
        int input = TextTokens.Estimate(conversation.Order.Prompt).Expected ?? 0;
        json.WriteStartObject("usage");
        json.WriteNumber("input_tokens", input);
        json.WriteStartObject("input_tokens_details");
        json.WriteNumber("cached_tokens", 0);
        json.WriteEndObject();
        json.WriteNumber("output_tokens", LanguageOutputTokens);
        json.WriteStartObject("output_tokens_details");
        json.WriteNumber("reasoning_tokens", 0);
        json.WriteEndObject();
        json.WriteNumber("total_tokens", input + LanguageOutputTokens);
        json.WriteEndObject();
    }

    private void AddResponse(string name, string status) =>
        Add(
            name,
            json =>
            {
                json.WriteStartObject("response");
                Write(json, status);
                json.WriteEndObject();
            }
        );

    private void AddItem(string name, string status) =>
        Add(
            name,
            json =>
            {
                json.WriteNumber("output_index", 0);
                json.WriteStartObject("item");
                WriteItem(json, status);
                json.WriteEndObject();
            }
        );

    private void AddCall(string name) => Add(name, WriteCall);

    private void AddPartial(int index, DrawnPicture picture) =>
        Add(
            $"{Call}.partial_image",
            json =>
            {
                WriteCall(json);
                json.WriteNumber("partial_image_index", index);
                json.WriteString("partial_image_b64", picture.Base64);
                PictureJson.WriteParameters(json, conversation.Order);
            }
        );

    private void WriteCall(Utf8JsonWriter json)
    {
        json.WriteNumber("output_index", 0);
        json.WriteString("item_id", ItemId);
    }

    private void Add(string name, Action<Utf8JsonWriter> write)
    {
        int sequence = _events.Count;
        _events.Add(
            new ServerEvent(
                name,
                Json.Write(json =>
                {
                    json.WriteString("type", name);
                    json.WriteNumber("sequence_number", sequence);
                    write(json);
                })
            )
        );
    }
}
