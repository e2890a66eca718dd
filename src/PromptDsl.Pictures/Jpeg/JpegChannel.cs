namespace PromptDsl.Pictures.Jpeg;

/// <summary>A channel that is written, and how.</summary>
/// <param name="Sampling">How many of its blocks stand beside and below each other in a unit, 1 or 2.</param>
internal sealed record JpegChannel(
    JpegPlane Plane,
    int Sampling,
    byte[] Quantization,
    JpegHuffmanCodes Dc,
    JpegHuffmanCodes Ac
)
{
    private int _prediction;

    /// <summary>Writes the blocks of a unit.</summary>
    public void WriteUnit(JpegBitWriter writer, int column, int row)
    {
        for (int y = 0; y < Sampling; y++)
        {
            for (int x = 0; x < Sampling; x++)
            {
                WriteBlock(writer, (column * Sampling) + x, (row * Sampling) + y);
            }
        }
    }

    private void WriteBlock(JpegBitWriter writer, int column, int row)
    {
        Span<float> block = stackalloc float[JpegZigZag.Length];
        Plane.CopyBlock(column, row, block);
        Dct.Forward(block);
        Span<int> numbers = stackalloc int[JpegZigZag.Length];
        for (int k = 0; k < numbers.Length; k++)
        {
            int place = JpegZigZag.Places[k];
            numbers[k] = (int)MathF.Round(block[place] / Quantization[place]);
        }

        // F.1.2.1: the difference from the block before.
        int difference = numbers[0] - _prediction;
        _prediction = numbers[0];
        int category = JpegBitWriter.Category(difference);
        writer.WriteSymbol(Dc, category);
        writer.WriteNumber(difference, category);
        WriteAc(writer, numbers);
    }

    // F.1.2.2: each number with the zeros before it; 0xF0 is sixteen zeros, 0 the end.
    private void WriteAc(JpegBitWriter writer, ReadOnlySpan<int> numbers)
    {
        int run = 0;
        foreach (int number in numbers[1..])
        {
            if (number == 0)
            {
                run++;
                continue;
            }

            for (; run > 15; run -= 16)
            {
                writer.WriteSymbol(Ac, 0xF0);
            }

            int category = JpegBitWriter.Category(number);
            writer.WriteSymbol(Ac, (run << 4) | category);
            writer.WriteNumber(number, category);
            run = 0;
        }

        if (run > 0)
        {
            writer.WriteSymbol(Ac, 0);
        }
    }
}
