using System.Numerics;

namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>Decodes bits of stated probabilities, RFC 6386 7.</summary>
internal struct LossyBoolReader(ReadOnlyMemory<byte> data)
{
    // An encoder may leave out zeros at the end.
    private const int MaxMissing = 2;

    private int _position;
    private int _missing;

    // The range less 1, from 127 to 254 after each bit.
    private uint _range = 254;

    // What has been read and not decoded; its lowest bits are not looked at yet.
    private ulong _value;
    private int _bits = -8;

    /// <summary>A bit that is 0 with a probability of <paramref name="probability"/> in 256.</summary>
    public bool Read(int probability)
    {
        if (_bits < 0)
        {
            Load();
        }

        uint split = (_range * (uint)probability) >> 8;
        bool bit = (_value >> _bits) > split;
        if (bit)
        {
            _range -= split + 1;
            _value -= (ulong)(split + 1) << _bits;
        }
        else
        {
            _range = split;
        }

        int shift = _range >= 127 ? 0 : 7 - BitOperations.Log2(_range + 1);
        _range = ((_range + 1) << shift) - 1;
        _bits -= shift;
        return bit;
    }

    /// <summary>A bit of even chances.</summary>
    public bool ReadFlag() => Read(128);

    /// <summary>A number without sign, the highest bit first.</summary>
    public int ReadNumber(int bits)
    {
        int value = 0;
        for (int i = 0; i < bits; i++)
        {
            value = (value << 1) | (ReadFlag() ? 1 : 0);
        }

        return value;
    }

    /// <summary>A number and its sign.</summary>
    public int ReadSigned(int bits)
    {
        int value = ReadNumber(bits);
        return ReadFlag() ? -value : value;
    }

    /// <summary>A number and its sign behind a bit that says whether they are there; otherwise 0.</summary>
    public int ReadOptionalSigned(int bits) => ReadFlag() ? ReadSigned(bits) : 0;

    private void Load()
    {
        byte next = 0;
        if (_position < data.Length)
        {
            next = data.Span[_position++];
        }
        else if (++_missing > MaxMissing)
        {
            throw new PictureFormatException("its picture data ends early");
        }

        _value = (_value << 8) | next;
        _bits += 8;
    }
}
