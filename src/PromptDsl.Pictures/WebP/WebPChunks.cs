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
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (size < HeadLength - 8 || size > file.Length - 8)
        {
            throw new PictureFormatException("its data ends early");
        }

        _rest = file[HeadLength..(int)(size + 8)];
    }

    /// <summary>The four letters of the chunk.</summary>
    public string Name { get; private set; } = "";

    public ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>RFC 9649 2.4: "RIFF", a size of four bytes, "WEBP".</summary>
    public static bool IsWebP(ReadOnlySpan<byte> file) =>
        file.Length >= HeadLength && file.StartsWith("RIFF"u8) && file[8..HeadLength].SequenceEqual("WEBP"u8);

    /// <summary>Begins the next chunk.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        if (_rest.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(_rest[4..]) > _rest.Length - 8)
        {
            throw new PictureFormatException("its chunks end early");
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(_rest[4..]);
        Name = Encoding.Latin1.GetString(_rest[..4]);
        Data = _rest.Slice(8, length);

        // Chunks are padded to an even length; some writers forget it at the end.
        _rest = _rest[Math.Min(_rest.Length, 8 + length + (length & 1))..];
        return true;
    }
}
