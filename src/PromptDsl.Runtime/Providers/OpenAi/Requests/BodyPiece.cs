namespace PromptDsl.Runtime.Providers.OpenAi.Requests;

/// <summary>A piece of a body: bytes that are known, or a file that is read when it is sent.</summary>
internal abstract record BodyPiece
{
    private BodyPiece() { }

    /// <summary>In bytes, as sent.</summary>
    public abstract long Length { get; }

    public sealed record Known(ReadOnlyMemory<byte> Bytes) : BodyPiece
    {
        public override long Length => Bytes.Length;
    }

    /// <summary>The bytes of a file, as they are or in base64.</summary>
    public sealed record OfFile(InputFile File, bool InBase64) : BodyPiece
    {
        public override long Length => InBase64 ? (File.Length + 2) / 3 * 4 : File.Length;
    }
}
