using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Errors;

namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>Reads the events of a stream, of the Images and of the Responses API.</summary>
internal sealed class AnswerEvents(PictureFolder folder, AnswerDraft draft, Action<PartialPicture>? onPartial)
{
    private readonly HashSet<string> _seen = [];
    private int _previews;

    /// <summary>What is wrong with the first event whose data are no JSON; null when there is none.</summary>
    public string? Problem { get; private set; }

    /// <summary>Takes an event; those that say nothing about pictures are passed over.</summary>
    public void Read(string name, AnswerJson data)
    {
        if (data.IsEmpty || data.Is("[DONE]"u8))
        {
            return;
        }

        try
        {
            using AnswerDocument document = data.Read();
            Read(name, document);
        }
        catch (JsonException e)
        {
            // Another event may bring the picture all the same.
            Problem ??= e.Message;
        }
    }

    private void Read(string name, AnswerDocument document)
    {
        JsonElement root = document.Root;
        switch (root.FindText("type") ?? name)
        {
            case "image_generation.partial_image" or "image_edit.partial_image":
                KeepPartial(document.Picture(root, "b64_json"));
                break;
            case "response.image_generation_call.partial_image":
                KeepPartial(document.Picture(root, "partial_image_b64"));
                break;
            case "image_generation.completed" or "image_edit.completed":
                draft.Pictures.Add(new PictureSource(document.Picture(root, "b64_json"), root.FindText("url")));
                draft.Usage = UsageReader.Read(root) ?? draft.Usage;
                draft.IsComplete = true;
                break;
            case "response.output_item.done" when root.Find("item") is { } item:
                ResponsesAnswer.ReadItem(document, item, draft);
                _seen.Add(item.FindText("id") ?? "");
                break;
            case "response.completed"
            or "response.failed"
            or "response.incomplete" when root.Find("response") is { } response:
                ResponsesAnswer.Read(document, response, draft, _seen);
                draft.IsComplete = true;
                break;
            default:
                draft.Error ??= ServerError.Find(root);
                break;
        }
    }

    private void KeepPartial(ReceivedPicture? picture)
    {
        // A preview that cannot be shown is no loss.
        if (picture is { Problem: null })
        {
            // Servers count anew for each picture of a request, and do not say for which one a preview is.
            int index = _previews++;
            onPartial?.Invoke(new PartialPicture(index, folder.KeepPartial(picture, index).Path));
        }
    }
}
