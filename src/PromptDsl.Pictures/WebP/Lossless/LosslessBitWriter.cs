namespace PromptDsl.Pictures.WebP.Lossless;

/// <summary>Writes bits, the lowest of each byte first, RFC 9649 3.2.</summary>
internal sealed class LosslessBitWriter
{
    private readonly MemoryStream _output = new();
    private ulong _bits;
    private int _count;

    /// <summary>Writes up to 32 bits.</summary>
    public void Write(uint bits, int count)
    {
        _bits |= (ulong)bits << _count;
        for (_count += count; _count >= 8; _count -= 8)
        {
            _output.WriteByte((byte)_bits);
            _bits >>= 8;
        }
    }

    /// <summary>Everything that was written, the last byte filled with zeros.</summary>
    public byte[] ToArray()
    {
        Write(0, 7);
        return _output.ToArray();
    }
}
