using System.Buffers;
using System.Buffers.Text;
using System.ClientModel;
using System.Collections.Immutable;

namespace PromptDsl.Runtime.Providers.OpenAi.Requests;

/// <summary>
/// The body of a request. Files are read while it is sent, so that its size is not a matter of memory; its
/// length is known before.
/// </summary>
internal sealed class RequestBody(string contentType, ImmutableArray<BodyPiece> pieces) : BinaryContent
{
    // A multiple of three, so that only the end of a file needs base64 padding.
    private const int ChunkSize = 3 * 16 * 1024;

    public string ContentType { get; } = contentType;

    /// <summary>The exact number of bytes.</summary>
    public long Length { get; } = pieces.Sum(piece => piece.Length);

    /// <summary>
    /// Why an input file could not be read while it was being sent. The transport reports it as a broken
    /// connection, which it is not.
    /// </summary>
    public IOException? InputProblem { get; private set; }

    public override bool TryComputeLength(out long length)
    {
        length = Length;
        return true;
    }

    public override void WriteTo(Stream stream, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Bodies are sent asynchronously.");

    public override async Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        foreach (BodyPiece piece in pieces)
        {
            if (piece is BodyPiece.OfFile file)
            {
                await WriteFileAsync(file, stream, cancellationToken);
            }
            else
            {
                await stream.WriteAsync(((BodyPiece.Known)piece).Bytes, cancellationToken);
            }
        }
    }

    public override void Dispose() { }

    private async Task WriteFileAsync(BodyPiece.OfFile piece, Stream stream, CancellationToken cancellationToken)
    {
        using FileStream file = Open(piece.File);
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        byte[] encoded = ArrayPool<byte>.Shared.Rent(ChunkSize / 3 * 4);
        try
        {
            long left = piece.File.Length;
            while (left > 0)
            {
                int count = (int)Math.Min(left, ChunkSize);
                await ReadAsync(file, piece.File, chunk.AsMemory(0, count), cancellationToken);
                ReadOnlyMemory<byte> sent = chunk.AsMemory(0, count);
                if (piece.InBase64)
                {
                    Base64.EncodeToUtf8(sent.Span, encoded, out _, out int written);
                    sent = encoded.AsMemory(0, written);
                }

                await stream.WriteAsync(sent, cancellationToken);
                left -= count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
            ArrayPool<byte>.Shared.Return(encoded);
        }
    }

    private FileStream Open(InputFile input)
    {
        try
        {
            FileStream file = File.OpenRead(input.Path);
            return file.Length == input.Length ? file : throw Changed(file, input);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(e);
        }
    }

    private async Task ReadAsync(
        FileStream file,
        InputFile input,
        Memory<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await file.ReadExactlyAsync(buffer, cancellationToken);
        }
        catch (EndOfStreamException)
        {
            throw Unreadable(Changed(file, input));
        }
        catch (IOException e)
        {
            throw Unreadable(e);
        }
    }

    private static IOException Changed(FileStream file, InputFile input)
    {
        file.Dispose();
        return new IOException($"{input.Path} changed since it was checked: it was {input.Length} bytes long.");
    }

    private IOException Unreadable(Exception reason)
    {
        InputProblem = reason as IOException ?? new IOException(reason.Message, reason);
        return InputProblem;
    }
}
