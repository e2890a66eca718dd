using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using PromptDsl.Assets.Png;

namespace PromptDsl.Pictures.Png;

/// <summary>Goes through the chunks of a PNG and checks their checksums, PNG (3rd edition) 5.3.</summary>
internal ref struct PngChunkReader(ReadOnlySpan<byte> file)
{
    private readonly ReadOnlySpan<byte> _file = file;
    private int _position = Signature.Length;

    /// <summary>PNG (3rd edition) 5.2.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The four letters of the chunk.</summary>
    public string Name { get; private set; } = "";

    public ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>5.4: whether a decoder that does not know the chunk cannot show the picture.</summary>
    public readonly bool IsCritical => char.IsAsciiLetterUpper(Name[0]);

    /// <summary>Begins the next chunk.</summary>
    public void Next()
    {
        uint length = BinaryPrimitives.ReadUInt32BigEndian(Take(4));
        ReadOnlySpan<byte> name = Take(4);
        Name = Encoding.Latin1.GetString(name);
        if (length > int.MaxValue || !Name.All(char.IsAsciiLetter))
        {
            throw new PictureFormatException(
                string.Create(CultureInfo.InvariantCulture, $"no chunk begins at byte {_position - 8}")
            );
        }

        Data = Take((int)length);
        uint checksum = PngChecksum.Add(PngChecksum.Add(PngChecksum.Start, name), Data);
        if (BinaryPrimitives.ReadUInt32BigEndian(Take(4)) != PngChecksum.End(checksum))
        {
            throw new PictureFormatException($"the checksum of its chunk {Name} is wrong");
        }
    }

    /// <summary>Begins the next chunk, if a sound one follows.</summary>
    public bool TryNext()
    {
        try
        {
            Next();
            return true;
        }
        catch (PictureFormatException)
        {
            return false;
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _file.Length - _position)
        {
            throw new PictureFormatException("its chunks end early");
        }

        _position += count;
        return _file.Slice(_position - count, count);
    }
}
