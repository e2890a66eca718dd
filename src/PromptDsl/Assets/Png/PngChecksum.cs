namespace PromptDsl.Assets.Png;

/// <summary>The CRC of chunks, PNG (3rd edition) 5.5 and annex D.</summary>
internal static class PngChecksum
{
    public const uint Start = 0xFFFFFFFF;

    private static readonly uint[] Table = CreateTable();

    /// <summary>Takes bytes into a running checksum.</summary>
    public static uint Add(uint checksum, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            checksum = Table[(byte)(checksum ^ value)] ^ (checksum >> 8);
        }

        return checksum;
    }

    /// <summary>The checksum as it is written after a chunk.</summary>
    public static uint End(uint checksum) => ~checksum;

    private static uint[] CreateTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
