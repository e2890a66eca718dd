using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Errors;

namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>What an answer has said so far.</summary>
internal sealed class AnswerDraft
{
    /// <summary>The pictures in order: each one received, or an address to fetch it from, or neither.</summary>
    public List<PictureSource> Pictures { get; } = [];

    public TokenUsage? Usage { get; set; }

    public string? ResponseId { get; set; }

    public string? RevisedPrompt { get; set; }

    public ServerError? Error { get; set; }

    /// <summary>Whether a stream has said that it is at its end.</summary>
    public bool IsComplete { get; set; }

    /// <summary>What a language model said in place of a picture.</summary>
    public string? Remark { get; set; }

    /// <summary>Reads a whole answer, of either API.</summary>
    public void Read(AnswerDocument document, JsonElement answer)
    {
        if (answer.FindText("object") == "response" || answer.Find("output") is not null)
        {
            ResponsesAnswer.Read(document, answer, this, new HashSet<string>());
        }
        else
        {
            ImagesAnswer.Read(document, answer, this);
            Error = Pictures.Count == 0 ? ServerError.Find(answer) : null;
        }
    }
}
