using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Answers;
using PromptDsl.Runtime.Providers.OpenAi.Errors;
using PromptDsl.Runtime.Providers.OpenAi.Requests;

namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>Sends requests, one attempt each, and tells what became of them.</summary>
internal sealed class Exchange(FailureFactory failures)
{
    /// <summary>The response as it begins, whatever its status; or why there is none.</summary>
    /// <param name="send">Hands the request to the SDK.</param>
    /// <param name="body">Its body, if it has one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="IOException">An input file cannot be read.</exception>
    public async Task<(PipelineResponse? Response, ProviderFailure? Failure)> SendAsync(
        Func<RequestOptions, Task<ClientResult>> send,
        RequestBody? body,
        CancellationToken cancellationToken
    )
    {
        try
        {
            ClientResult result = await send(OpenAiTransport.Options(cancellationToken));
            return (result.GetRawResponse(), null);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (body?.InputProblem is { } problem)
        {
            throw new IOException(problem.Message, problem);
        }
        catch (Exception e) when (TransportFailures.From(e, failures) is { } failure)
        {
            return (null, failure);
        }
    }

    /// <summary>The JSON of a response that is about files or batches; or why there is none.</summary>
    /// <exception cref="IOException">An input file cannot be read.</exception>
    public async Task<(JsonDocument? Json, ProviderFailure? Failure)> SendForJsonAsync(
        Func<RequestOptions, Task<ClientResult>> send,
        RequestBody? body,
        CancellationToken cancellationToken
    )
    {
        (PipelineResponse? response, ProviderFailure? failure) = await SendAsync(send, body, cancellationToken);
        if (response is null)
        {
            return (null, failure);
        }

        using (response)
        {
            var content = new ResponseBody(response, cancellationToken);
            if (response.Status is < 200 or >= 300)
            {
                return (null, failures.FromResponse(response, await content.ReadStartAsync()));
            }

            try
            {
                using var text = new MemoryStream();
                await content.ReadAsync(piece => Keep(piece.Span, text));
                return (JsonDocument.Parse(text.ToArray()), null);
            }
            catch (LostAnswerException e)
            {
                return (null, failures.Lost(e.Message, response.Status));
            }
            catch (JsonException e)
            {
                return (
                    null,
                    failures.Malformed($"it is not the JSON that it should be: {e.Message}", response.Status)
                );
            }
        }
    }

    private static void Keep(ReadOnlySpan<byte> piece, MemoryStream text)
    {
        if (text.Length + piece.Length > AnswerJson.MaxLength)
        {
            throw new JsonException("It is longer than an answer can be.");
        }

        text.Write(piece);
    }
}
