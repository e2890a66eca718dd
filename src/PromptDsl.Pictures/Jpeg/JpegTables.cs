using System.Buffers.Binary;

namespace PromptDsl.Pictures.Jpeg;

/// <summary>The tables that are in force at a place of the file.</summary>
internal sealed class JpegTables
{
    private const int Slots = 4;

    private readonly ushort[]?[] _quantization = new ushort[]?[Slots];
    private readonly JpegHuffmanTable?[] _dc = new JpegHuffmanTable?[Slots];
    private readonly JpegHuffmanTable?[] _ac = new JpegHuffmanTable?[Slots];

    public ushort[] Quantization(int slot) =>
        _quantization[slot] ?? throw new PictureFormatException("a quantization table is missing");

    public JpegHuffmanTable Dc(int slot) => _dc[slot] ?? throw Missing();

    public JpegHuffmanTable Ac(int slot) => _ac[slot] ?? throw Missing();

    /// <summary>B.2.4.1: several tables of 8 or 16 bits, in the order of the file.</summary>
    public void ReadQuantization(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            int bytes = segment[0] >> 4 == 0 ? 1 : 2;
            int slot = segment[0] & 0xF;
            int length = 1 + (JpegZigZag.Length * bytes);
            if (segment[0] >> 4 > 1 || slot >= Slots || segment.Length < length)
            {
                throw new PictureFormatException("a quantization table is damaged");
            }

            var table = new ushort[JpegZigZag.Length];
            for (int i = 0; i < table.Length; i++)
            {
                table[i] = bytes == 1 ? segment[1 + i] : BinaryPrimitives.ReadUInt16BigEndian(segment[(1 + (i * 2))..]);
            }

            _quantization[slot] = table;
            segment = segment[length..];
        }
    }

    /// <summary>B.2.4.2: several tables.</summary>
    public void ReadHuffman(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            int slot = segment[0] & 0xF;
            int head = 1 + JpegHuffmanTable.MaxLength;
            if (segment[0] >> 4 > 1 || slot >= Slots || segment.Length < head)
            {
                throw new PictureFormatException("a Huffman table is damaged");
            }

            ReadOnlySpan<byte> counts = segment[1..head];
            int values = 0;
            foreach (byte count in counts)
            {
                values += count;
            }

            if (values > 256 || segment.Length < head + values)
            {
                throw new PictureFormatException("a Huffman table is damaged");
            }

            JpegHuffmanTable?[] tables = segment[0] >> 4 == 0 ? _dc : _ac;
            tables[slot] = new JpegHuffmanTable(counts, segment.Slice(head, values));
            segment = segment[(head + values)..];
        }
    }

    private static PictureFormatException Missing() => new("a Huffman table is missing");
}
