using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Errors;

namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>Reads a response of the Responses API, whole or item by item.</summary>
internal static class ResponsesAnswer
{
    /// <summary>Reads the whole response.</summary>
    /// <param name="seen">The ids of items that a stream has brought before.</param>
    public static void Read(AnswerDocument document, JsonElement response, AnswerDraft draft, IReadOnlySet<string> seen)
    {
        draft.ResponseId = response.FindText("id");
        draft.Usage = UsageReader.Read(response);
        foreach (JsonElement item in response.Find("output").Items())
        {
            if (!seen.Contains(item.FindText("id") ?? ""))
            {
                ReadItem(document, item, draft);
            }
        }

        if (response.Find("error") is { ValueKind: JsonValueKind.Object } error)
        {
            draft.Error = ServerError.FromObject(error);
        }
        else if (response.FindText("status") is "incomplete" or "failed" or "cancelled")
        {
            draft.Error ??= Unfinished(response);
        }
    }

    /// <summary>Reads an item of the output: a picture, or what went wrong with it.</summary>
    public static void ReadItem(AnswerDocument document, JsonElement item, AnswerDraft draft)
    {
        switch (item.FindText("type"))
        {
            case "image_generation_call":
                ReadCall(document, item, draft);
                break;
            case "message":
                draft.Remark ??= item.Find("content")
                    .Items()
                    .Select(part => part.FindText("text") ?? part.FindText("refusal"))
                    .FirstOrDefault(text => text is not null);
                break;
        }
    }

    // A picture that failed is an item too, in a response that went well.
    private static void ReadCall(AnswerDocument document, JsonElement call, AnswerDraft draft)
    {
        draft.RevisedPrompt ??= call.FindText("revised_prompt");
        if (document.Picture(call, "result") is { } picture)
        {
            draft.Pictures.Add(new PictureSource(picture));
        }
        else if (call.Find("error") is { ValueKind: JsonValueKind.Object } error)
        {
            draft.Error ??= ServerError.FromObject(error);
        }
        else if (call.FindText("status") is "failed")
        {
            draft.Error ??= new ServerError { Message = "The picture failed, and no reason is given." };
        }
    }

    private static ServerError Unfinished(JsonElement response)
    {
        string? reason = response.Find("incomplete_details")?.FindText("reason");
        return new ServerError { Code = reason, Message = $"The response is {response.FindText("status")}." };
    }
}
