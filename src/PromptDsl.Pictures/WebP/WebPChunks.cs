using System.Buffers.Binary;
using System.Text;

namespace PromptDsl.Pictures.WebP;

/// <summary>Goes through the chunks of a WebP, RFC 9649 2.3.</summary>
internal ref struct WebPChunks
{
    private const int HeadLength = 12;

    private ReadOnlySpan<byte> _rest;

    /// <summary>Begins before the first chunk.</summary>
    /// <param name="file">Starts as <see cref="IsWebP"/> says.</param>
    public WebPChunks(ReadOnlySpan<byte> file)
    {
        IsWhole = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) <= file.Length - 8;
        _rest = file[HeadLength..];
    }

    /// <summary>Whether the file is as long as it states.</summary>
    public bool IsWhole { get; }

    /// <summary>The four letters of the chunk.</summary>
    public string Name { get; private set; } = "";

    public ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>RFC 9649 2.4: "RIFF", a size of four bytes, "WEBP".</summary>
    public static bool IsWebP(ReadOnlySpan<byte> file) =>
        file.Length >= HeadLength && file.StartsWith("RIFF"u8) && file[8..HeadLength].SequenceEqual("WEBP"u8);

    /// <summary>Begins the next chunk.</summary>
    /// <returns>Whether a whole one follows.</returns>
    public bool Next()
    {
        if (_rest.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(_rest[4..]) > _rest.Length - 8)
        {
            return false;
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(_rest[4..]);
        Name = Encoding.Latin1.GetString(_rest[..4]);
        Data = _rest.Slice(8, length);

        // Chunks are padded to an even length; some writers forget it at the end.
        _rest = _rest[Math.Min(_rest.Length, 8 + length + (length & 1))..];
        return true;
    }
}
