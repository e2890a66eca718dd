using PromptDsl.Runtime.Providers.OpenAi.Errors;

namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>Makes an outcome of what an answer has said: its pictures in their files, or why there are none.</summary>
internal sealed class AnswerKeeper(PictureDownload download, FailureFactory failures)
{
    /// <summary>Keeps the pictures that arrived whole.</summary>
    /// <param name="draft">What the answer said.</param>
    /// <param name="folder">The files of its pictures.</param>
    /// <param name="status">The status of the response.</param>
    /// <param name="expected">How many pictures were asked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public async Task<ProviderOutcome> KeepAsync(
        AnswerDraft draft,
        PictureFolder folder,
        int status,
        int expected,
        CancellationToken cancellationToken
    )
    {
        // A picture that came is paid for, whatever was said after it.
        if (draft is { Error: { } error, Pictures.Count: 0 })
        {
            return failures.BrokenOff(status, error, isConversation: draft.ResponseId is not null);
        }

        List<PictureFile> kept = [];
        string? problem = null;
        foreach (PictureSource source in draft.Pictures)
        {
            ReceivedPicture? picture = source.Received;
            string? missing = "an entry without a picture";
            if (picture is null && source.Address is { } address)
            {
                (picture, missing) = await download.FetchAsync(address, folder, cancellationToken);
            }

            if (picture is { Problem: null })
            {
                kept.Add(folder.Keep(picture, kept.Count));
            }
            else
            {
                problem ??= picture?.Problem ?? missing;
            }
        }

        if (kept.Count == 0)
        {
            string none = draft.Remark is { } remark ? $"no picture, but a text: {remark}" : "no picture";
            return failures.Malformed($"it holds {problem ?? none}", status);
        }

        folder.Accept();
        return new ProviderAnswer
        {
            Pictures = [.. kept],
            Usage = draft.Usage,
            ResponseId = draft.ResponseId,
            RevisedPrompt = failures.HideKey(draft.RevisedPrompt),
            Loss = kept.Count < expected ? LossOf(kept.Count, expected, problem) : null,
        };
    }

    private string LossOf(int kept, int expected, string? problem) =>
        failures.Clean(
            $"{kept} of {expected} pictures arrived" + (problem is null ? "." : $"; the answer holds {problem}.")
        );
}
