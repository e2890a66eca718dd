using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace PromptDsl.Assets.Png;

/// <summary>Goes through the chunks of a PNG and checks their checksums, PNG (3rd edition) 5.3.</summary>
internal sealed class PngChunks(AssetSource source)
{
    private readonly byte[] _skipped = new byte[4096];
    private uint _checksum;

    /// <summary>The four letters of the chunk.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How many bytes the chunk has.</summary>
    public long Length { get; private set; }

    /// <summary>How many bytes of the chunk have not been taken.</summary>
    public long Remaining { get; private set; }

    /// <summary>5.4: whether a decoder that does not know the chunk cannot show the picture.</summary>
    public bool IsCritical => char.IsAsciiLetterUpper(Name[0]);

    /// <summary>Begins the next chunk.</summary>
    public void Next()
    {
        Span<byte> head = stackalloc byte[8];
        source.Read(head, "its chunks");
        Length = BinaryPrimitives.ReadUInt32BigEndian(head);
        Name = Encoding.Latin1.GetString(head[4..]);
        if (Length > int.MaxValue || !Name.All(char.IsAsciiLetter))
        {
            throw new AssetFormatException(
                string.Create(CultureInfo.InvariantCulture, $"no chunk begins at byte {source.Position - head.Length}")
            );
        }

        Remaining = Length;
        _checksum = PngChecksum.Add(PngChecksum.Start, head[4..]);
    }

    /// <summary>Takes bytes of the chunk; fewer than asked for only at its end.</summary>
    public int Read(Span<byte> bytes)
    {
        Span<byte> wanted = bytes[..(int)Math.Min(bytes.Length, Remaining)];
        source.Read(wanted, $"its chunk {Name}");
        _checksum = PngChecksum.Add(_checksum, wanted);
        Remaining -= wanted.Length;
        return wanted.Length;
    }

    /// <summary>Passes over the rest of the chunk and compares its checksum.</summary>
    public void End()
    {
        while (Remaining > 0)
        {
            Read(_skipped);
        }

        Span<byte> written = stackalloc byte[4];
        source.Read(written, $"its chunk {Name}");
        if (BinaryPrimitives.ReadUInt32BigEndian(written) != PngChecksum.End(_checksum))
        {
            throw new AssetFormatException($"the checksum of its chunk {Name} is wrong");
        }
    }
}
