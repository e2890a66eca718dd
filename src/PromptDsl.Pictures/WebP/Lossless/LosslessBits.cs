namespace PromptDsl.Pictures.WebP.Lossless;

/// <summary>What the reader and the writer of lossless data both need.</summary>
internal static class LosslessBits
{
    /// <summary>The first byte of the data, RFC 9649 3.4.</summary>
    public const byte Signature = 0x2F;

    /// <summary>How many literal values a channel has.</summary>
    public const int Literals = 256;

    /// <summary>How many prefixes of lengths follow the literals.</summary>
    public const int LengthPrefixes = 24;

    /// <summary>How many prefixes of distances there are.</summary>
    public const int DistancePrefixes = 40;

    /// <summary>Distances up to this one mean pixels near by, RFC 9649 3.6.2.2.</summary>
    public const int NearDistances = 120;

    /// <summary>The order in which lengths of the code of code lengths are written, RFC 9649 3.7.2.1.2.</summary>
    public static ReadOnlySpan<byte> CodeLengthOrder =>
        [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    /// <summary>How many blocks of 2^<paramref name="bits"/> pixels a length takes.</summary>
    public static int Blocks(int length, int bits) => (length + (1 << bits) - 1) >> bits;

    /// <summary>The lowest bits in opposite order.</summary>
    public static uint Reverse(uint value, int count)
    {
        uint reversed = 0;
        for (int i = 0; i < count; i++)
        {
            reversed = (reversed << 1) | ((value >> i) & 1);
        }

        return reversed;
    }
}
