using System.ClientModel.Primitives;
using System.Text.Json;
using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Providers.OpenAi.Errors;
using PromptDsl.Runtime.Providers.OpenAi.Transport;

namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>Reads a response that began well: JSON or a stream of events, whichever it turns out to be.</summary>
internal sealed class AnswerReader(FailureFactory failures, AnswerKeeper keeper)
{
    /// <summary>The pictures, kept in their files, or why there are none.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public async Task<ProviderOutcome> ReadAsync(
        PipelineResponse response,
        ProviderRequest request,
        CancellationToken cancellationToken
    )
    {
        using var folder = new PictureFolder(request.Folder);
        var body = new ResponseBody(response, cancellationToken);
        var draft = new AnswerDraft();
        try
        {
            ProviderFailure? failure = IsStream(response)
                ? await ReadEventsAsync(body, response.Status, draft, folder, request)
                : await ReadJsonAsync(body, response.Status, draft, folder);
            request.OnAnswered?.Invoke();
            // Whoever waited to send goes first.
            await Task.Yield();
            return failure
                ?? await keeper.KeepAsync(draft, folder, response.Status, request.Request.Count, cancellationToken);
        }
        catch (LostAnswerException e)
        {
            return failures.Lost(e.Message, response.Status);
        }
        catch (JsonException e)
        {
            return NoJson(e.Message, response.Status);
        }
        catch (Exception e) when (FileWriteException.IsOfDisk(e))
        {
            throw FileWriteException.InFolder(request.Folder, e);
        }
    }

    // The request may ask for a stream; only the response says whether it is one.
    private static bool IsStream(PipelineResponse response) =>
        HeaderReader
            .Find(response.Headers, "content-type")
            ?.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase) == true;

    private async Task<ProviderFailure?> ReadJsonAsync(
        ResponseBody body,
        int status,
        AnswerDraft draft,
        PictureFolder folder
    )
    {
        var json = new AnswerJson(folder);
        await body.ReadAsync(piece => json.Write(piece.Span));
        if (json.IsCut)
        {
            return failures.Lost("it ends in the middle.", status);
        }

        if (json.IsEmpty)
        {
            return failures.Malformed("it is empty.", status);
        }

        using AnswerDocument document = json.Read();
        draft.Read(document, document.Root);
        return null;
    }

    private async Task<ProviderFailure?> ReadEventsAsync(
        ResponseBody body,
        int status,
        AnswerDraft draft,
        PictureFolder folder,
        ProviderRequest request
    )
    {
        var events = new AnswerEvents(folder, draft, request.OnPartial);
        var scanner = new EventScanner(folder, events.Read);
        try
        {
            // A server may leave its stream open after all has been said.
            int asked = request.Request.Count;
            await body.ReadAsync(
                piece => scanner.Write(piece.Span),
                () => draft.Error is not null || (draft.IsComplete && draft.Pictures.Count >= asked)
            );
            scanner.Finish();
        }
        catch (Exception e) when (draft.IsComplete && e is LostAnswerException or JsonException)
        {
            // All that was to come has come.
        }

        return draft is not { IsComplete: false, Error: null } ? null
            : events.Problem is { } problem ? NoJson(problem, status)
            : failures.Lost("the stream ends without its last event.", status);
    }

    private ProviderFailure NoJson(string problem, int status) =>
        failures.Malformed($"it is not the JSON that it should be: {problem}", status);
}
