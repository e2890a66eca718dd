using PromptDsl.Runtime.Providers.OpenAi.Transport;

namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>Fetches pictures that an answer gives the address of, as some compatible servers do.</summary>
internal sealed class PictureDownload(OpenAiTransport transport, OpenAiOptions options, Func<string?> key)
{
    private const int PieceSize = 64 * 1024;

    /// <summary>The picture, or what there is instead, such as "an address …".</summary>
    public async Task<(ReceivedPicture? Picture, string? Problem)> FetchAsync(
        string address,
        PictureFolder folder,
        CancellationToken cancellationToken
    )
    {
        // A path without a host is one of the server itself.
        if (
            !Uri.TryCreate(options.Endpoint, address, out Uri? uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
        )
        {
            return (null, "a picture whose address is none");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        try
        {
            return await FetchAsync(uri, folder, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"the address of a picture, {uri.Authority}, that does not answer in time");
        }
        catch (HttpRequestException e)
        {
            return (null, $"the address of a picture that cannot be fetched: {e.Message}");
        }
    }

    private async Task<(ReceivedPicture? Picture, string? Problem)> FetchAsync(
        Uri uri,
        PictureFolder folder,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        Authorize(request);
        using HttpResponseMessage response = await transport.Http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        if (!response.IsSuccessStatusCode)
        {
            return (null, $"the address of a picture that answers {(int)response.StatusCode}");
        }

        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        ReceivedPicture picture = folder.Add();
        byte[] piece = new byte[PieceSize];
        while (await ReadAsync(stream, piece, cancellationToken) is var count and > 0)
        {
            picture.Write(piece.AsSpan(0, count));
            if (picture.Length > folder.MaxPictureLength)
            {
                return (null, "the address of a picture that is larger than any");
            }
        }

        return (picture, null);
    }

    // What breaks here is the connection, and not the disk.
    private static async Task<int> ReadAsync(Stream stream, byte[] piece, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(piece, cancellationToken);
        }
        catch (IOException e)
        {
            throw new HttpRequestException(e.Message, e);
        }
    }

    // Another host gets no key, and nor does this one where everybody could read it.
    private void Authorize(HttpRequestMessage request)
    {
        if (key() is { } value && IsSameServer(request.RequestUri!))
        {
            string? header = options.Profile.KeyHeader;
            request.Headers.TryAddWithoutValidation(
                header ?? "Authorization",
                header is null ? $"Bearer {value}" : value
            );
        }
    }

    private bool IsSameServer(Uri uri) =>
        uri.GetLeftPart(UriPartial.Authority) == options.Endpoint.GetLeftPart(UriPartial.Authority);
}
