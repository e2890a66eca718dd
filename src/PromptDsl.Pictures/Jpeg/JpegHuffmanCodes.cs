namespace PromptDsl.Pictures.Jpeg;

/// <summary>A Huffman table that is written, ITU-T T.81 annex C.</summary>
internal sealed class JpegHuffmanCodes
{
    // Annex K.3.3: the typical tables, which suit all pictures.
    public static readonly JpegHuffmanCodes LuminanceDc = new(
        [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
        "000102030405060708090A0B"
    );

    public static readonly JpegHuffmanCodes ChrominanceDc = new(
        [0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0],
        "000102030405060708090A0B"
    );

    public static readonly JpegHuffmanCodes LuminanceAc = new(
        [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125],
        "01020300041105122131410613516107227114328191A1082342B1C11552D1F02433627282090A161718191A2526"
            + "2728292A3435363738393A434445464748494A535455565758595A636465666768696A737475767778797A8384"
            + "85868788898A92939495969798999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6B7B8B9BAC2C3C4C5C6C7C8C9CAD2D3D4"
            + "D5D6D7D8D9DAE1E2E3E4E5E6E7E8E9EAF1F2F3F4F5F6F7F8F9FA"
    );

    public static readonly JpegHuffmanCodes ChrominanceAc = new(
        [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 119],
        "000102031104052131061241510761711322328108144291A1B1C109233352F0156272D10A162434E125F11718191A"
            + "262728292A35363738393A434445464748494A535455565758595A636465666768696A737475767778797A8283"
            + "8485868788898A92939495969798999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6B7B8B9BAC2C3C4C5C6C7C8C9CAD2D3"
            + "D4D5D6D7D8D9DAE2E3E4E5E6E7E8E9EAF2F3F4F5F6F7F8F9FA"
    );

    private readonly ushort[] _codes = new ushort[256];
    private readonly byte[] _lengths = new byte[256];

    private JpegHuffmanCodes(byte[] counts, string values)
    {
        Counts = counts;
        Values = Convert.FromHexString(values);
        int code = 0;
        int index = 0;
        for (int length = 1; length <= counts.Length; length++)
        {
            for (int i = 0; i < counts[length - 1]; i++)
            {
                _codes[Values[index]] = (ushort)code++;
                _lengths[Values[index++]] = (byte)length;
            }

            code <<= 1;
        }
    }

    /// <summary>How many codes there are of each length from 1 to 16.</summary>
    public byte[] Counts { get; }

    /// <summary>What they mean, shortest first.</summary>
    public byte[] Values { get; }

    public (int Code, int Length) this[int value] => (_codes[value], _lengths[value]);
}
