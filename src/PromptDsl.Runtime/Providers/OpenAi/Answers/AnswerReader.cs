using System.ClientModel.Primitives;
using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Errors;
using PromptDsl.Runtime.Providers.OpenAi.Transport;

namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>Reads a response that began well: JSON or a stream of events, whichever it turns out to be.</summary>
internal sealed class AnswerReader(
    PipelineResponse response,
    PictureFolder folder,
    PictureDownload download,
    FailureFactory failures
)
{
    private readonly AnswerDraft _draft = new();

    /// <summary>The pictures, kept in their files, or why there are none.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public async Task<ProviderOutcome> ReadAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        var body = new ResponseBody(response, cancellationToken);
        bool isStream =
            HeaderReader
                .Find(response.Headers, "content-type")
                ?.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase) == true;
        try
        {
            ProviderFailure? failure = isStream
                ? await ReadEventsAsync(body, request.OnPartial)
                : await ReadJsonAsync(body);
            return failure
                ?? (
                    _draft.Error is { } error
                        ? failures.FromError(response, error)
                        : await KeepAsync(request.Request.Count, cancellationToken)
                );
        }
        catch (LostAnswerException e)
        {
            return failures.Lost(e.Message, response.Status);
        }
        catch (JsonException e)
        {
            return failures.Malformed($"it is not the JSON that it should be: {e.Message}", response.Status);
        }
    }

    private async Task<ProviderFailure?> ReadJsonAsync(ResponseBody body)
    {
        var json = new AnswerJson(folder);
        await body.ReadAsync(piece => json.Write(piece.Span));
        if (json.IsCut)
        {
            return failures.Lost("it ends before its end.", response.Status);
        }

        if (json.IsEmpty)
        {
            return failures.Malformed("it is empty.", response.Status);
        }

        using AnswerDocument document = json.Read();
        ReadDocument(document);
        return null;
    }

    private void ReadDocument(AnswerDocument document)
    {
        JsonElement root = document.Root;
        if (root.FindText("object") == "response" || root.Find("output") is not null)
        {
            ResponsesAnswer.Read(document, root, _draft, new HashSet<string>());
        }
        else
        {
            ImagesAnswer.Read(document, _draft);
            _draft.Error = _draft.Pictures.Count == 0 ? ServerError.Find(root) : null;
        }
    }

    private async Task<ProviderFailure?> ReadEventsAsync(ResponseBody body, Action<PartialPicture>? onPartial)
    {
        var events = new AnswerEvents(folder, _draft, onPartial);
        var scanner = new EventScanner(folder, events.Read);
        try
        {
            await body.ReadAsync(piece => scanner.Write(piece.Span));
            scanner.Finish();
        }
        catch (LostAnswerException) when (_draft.IsComplete)
        {
            // All that was to come has come.
        }

        return _draft is { IsComplete: false, Error: null }
            ? failures.Lost("the stream ends without its last event.", response.Status)
            : null;
    }

    private async Task<ProviderOutcome> KeepAsync(int expected, CancellationToken cancellationToken)
    {
        List<PictureFile> kept = [];
        string? problem = null;
        foreach (PictureSource source in _draft.Pictures)
        {
            ReceivedPicture? picture = source.Received;
            if (picture is null && source.Address is { } address)
            {
                (picture, problem) = await download.FetchAsync(address, folder, cancellationToken);
            }

            problem = picture is null ? problem ?? "an entry without a picture" : picture.Problem ?? problem;
            if (picture is { Problem: null })
            {
                kept.Add(folder.Keep(picture, kept.Count));
            }
        }

        if (kept.Count == 0)
        {
            string reason =
                problem ?? (_draft.Remark is { } remark ? $"no picture, but a text: {remark}" : "no picture");
            return failures.Malformed($"it holds {reason}", response.Status);
        }

        folder.Accept();
        return new ProviderAnswer
        {
            Pictures = [.. kept],
            Usage = _draft.Usage,
            ResponseId = _draft.ResponseId,
            RevisedPrompt = _draft.RevisedPrompt,
            Loss = kept.Count < expected ? LossOf(kept.Count, expected, problem) : null,
        };
    }

    private string LossOf(int kept, int expected, string? problem) =>
        failures.Clean(
            $"{kept} of {expected} pictures arrived" + (problem is null ? "." : $"; the answer holds {problem}.")
        );
}
