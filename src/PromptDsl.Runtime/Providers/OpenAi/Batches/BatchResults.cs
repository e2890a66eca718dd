using System.Globalization;
using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Answers;
using PromptDsl.Runtime.Providers.OpenAi.Errors;
using PromptDsl.Runtime.Providers.OpenAi.Transport;

namespace PromptDsl.Runtime.Providers.OpenAi.Batches;

/// <summary>
/// Reads an output or error file of a batch line by line as it arrives: one line can hold ten pictures.
/// </summary>
/// <param name="body">The file.</param>
/// <param name="folder">Where pictures go.</param>
/// <param name="keeper">Keeps them.</param>
/// <param name="failures">Makes failures.</param>
internal sealed class BatchResults(ResponseBody body, string folder, AnswerKeeper keeper, FailureFactory failures)
{
    private readonly byte[] _piece = new byte[64 * 1024];
    private ReadOnlyMemory<byte> _rest;
    private int _lines;

    /// <summary>The outcome of the next line; null at the end.</summary>
    /// <exception cref="LostAnswerException">The connection broke.</exception>
    /// <exception cref="JsonException">The line is no JSON; those after it can be read.</exception>
    public async Task<BatchOutcome?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // Lines are numbered, so that each has files of its own.
            string prefix = _lines.ToString("D5", CultureInfo.InvariantCulture) + "-";
            using var pictures = new PictureFolder(folder, prefix);
            var json = new AnswerJson(pictures);
            bool isEnd = await ReadLineAsync(json);
            if (!json.IsEmpty)
            {
                _lines++;
                using AnswerDocument document = json.Read();
                return await ReadAsync(document, pictures, cancellationToken);
            }

            if (isEnd)
            {
                return null;
            }
        }
    }

    private async Task<bool> ReadLineAsync(AnswerJson json)
    {
        while (true)
        {
            if (_rest.IsEmpty)
            {
                int count = await body.ReadAsync(_piece);
                if (count == 0)
                {
                    return true;
                }

                _rest = _piece.AsMemory(0, count);
            }

            int end = _rest.Span.IndexOf((byte)'\n');
            ReadOnlyMemory<byte> part = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[(end + 1)..];
            json.Write(part.Span);
            if (end >= 0)
            {
                return false;
            }
        }
    }

    private async Task<BatchOutcome> ReadAsync(
        AnswerDocument document,
        PictureFolder pictures,
        CancellationToken cancellationToken
    )
    {
        JsonElement line = document.Root;
        string id = line.FindText("custom_id") ?? throw new JsonException("A line has no custom_id.");
        JsonElement? response = line.Find("response");
        int status = (int)Math.Clamp(response?.FindNumber("status_code") ?? 0, 0, 999);
        if (response?.Find("body") is not { } answer)
        {
            return new BatchOutcome(id, NotDone(line));
        }

        ProviderOutcome outcome;
        if (status is >= 200 and < 300)
        {
            var draft = new AnswerDraft();
            draft.Read(document, answer);
            outcome = await keeper.KeepAsync(draft, pictures, status, draft.Pictures.Count, cancellationToken);
        }
        else
        {
            outcome = failures.FromError(status, ServerError.Find(answer) ?? new ServerError());
        }

        return new BatchOutcome(id, outcome with { RequestId = failures.HideKey(response?.FindText("request_id")) });
    }

    // It expired or was cancelled before its turn came, and costs nothing: it can be sent again.
    private ProviderFailure NotDone(JsonElement line) =>
        failures.FromError(200, ServerError.Find(line) ?? new ServerError { Message = "It was not carried out." }) with
        {
            Status = null,
        };
}
