using System.Text.Json;

namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>Reads answers of the Images API: <c>{"data":[{"b64_json":…}],"usage":…}</c>.</summary>
internal static class ImagesAnswer
{
    public static void Read(AnswerDocument document, JsonElement answer, AnswerDraft draft)
    {
        foreach (JsonElement item in answer.Find("data").Items())
        {
            draft.Pictures.Add(new PictureSource(document.Picture(item, "b64_json"), item.FindText("url")));
            draft.RevisedPrompt ??= item.FindText("revised_prompt");
        }

        draft.Usage = UsageReader.Read(answer);
    }
}
