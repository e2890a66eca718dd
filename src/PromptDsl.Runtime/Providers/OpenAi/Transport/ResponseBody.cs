using System.Buffers;
using System.ClientModel.Primitives;

namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>The body of a response, as it arrives.</summary>
internal sealed class ResponseBody(PipelineResponse response, CancellationToken cancellationToken)
{
    private const int PieceSize = 64 * 1024;

    /// <summary>Gives the body piece by piece.</summary>
    /// <param name="onPiece">Takes a piece, which is valid during the call alone.</param>
    /// <param name="isEnough">Whether nothing further matters; null to read to the end.</param>
    /// <exception cref="LostAnswerException">The connection broke before the end, or fell silent.</exception>
    public async Task ReadAsync(Action<ReadOnlyMemory<byte>> onPiece, Func<bool>? isEnough = null)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            while (isEnough?.Invoke() != true && await ReadAsync(piece) is var count and > 0)
            {
                onPiece(piece.AsMemory(0, count));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <summary>The beginning of the body of an error, which is short; what a broken connection left of it.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadStartAsync()
    {
        byte[] start = new byte[PieceSize];
        int length = 0;
        try
        {
            while (length < start.Length && await ReadAsync(start.AsMemory(length)) is var count and > 0)
            {
                length += count;
            }
        }
        catch (LostAnswerException)
        {
            // The status says enough.
        }

        return start.AsMemory(0, length);
    }

    /// <summary>Reads what has come; 0 at the end.</summary>
    /// <exception cref="LostAnswerException">The connection broke before the end, or fell silent.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        try
        {
            return response.ContentStream is { } stream ? await stream.ReadAsync(buffer, cancellationToken) : 0;
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new LostAnswerException("the connection broke before its end.", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LostAnswerException("nothing more came within the time limit.", e);
        }
    }
}
