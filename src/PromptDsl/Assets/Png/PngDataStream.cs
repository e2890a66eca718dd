namespace PromptDsl.Assets.Png;

/// <summary>The data of consecutive IDAT chunks as one stream, PNG (3rd edition) 11.2.3.</summary>
/// <param name="chunks">Stands at the first of them, and after the last at the chunk that follows.</param>
internal sealed class PngDataStream(PngChunks chunks) : Stream
{
    public const string Chunk = "IDAT";

    private long _delivered;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _delivered;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        while (chunks.Name == Chunk && chunks.Remaining == 0)
        {
            chunks.End();
            chunks.Next();
        }

        if (chunks.Name != Chunk || buffer.IsEmpty)
        {
            return 0;
        }

        int read = chunks.Read(buffer);
        RefuseDictionary(buffer[..read]);
        _delivered += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // RFC 1950 2.2: bit 5 of the second byte asks for a dictionary, which PNG (10.1) does not have.
    private void RefuseDictionary(ReadOnlySpan<byte> read)
    {
        if (_delivered < 2 && _delivered + read.Length >= 2 && (read[(int)(1 - _delivered)] & 0x20) != 0)
        {
            throw new AssetFormatException("its picture data asks for a dictionary");
        }
    }
}
