namespace PromptDsl.Pictures.Jpeg;

/// <summary>Reads entropy-coded data up to the next marker, ITU-T T.81 F.2.2.5.</summary>
internal ref struct JpegBitReader(ReadOnlySpan<byte> file, int position)
{
    private readonly ReadOnlySpan<byte> _file = file;
    private ulong _bits;
    private int _count;

    // Zeros that stand behind the last real bit, so that codes can be looked up at the end.
    private int _padding;

    /// <summary>Where the next byte is read; at the end of the data, where its marker begins.</summary>
    public int Position { get; private set; } = position;

    public byte ReadSymbol(JpegHuffmanTable table)
    {
        Fill();
        int length = table.Find((uint)(_bits >> (64 - JpegHuffmanTable.MaxLength)), out byte value);
        if (length == 0)
        {
            throw _count <= JpegHuffmanTable.MaxLength + _padding ? EndsEarly() : Damaged();
        }

        Take(length);
        return value;
    }

    /// <summary>Reads up to 16 bits.</summary>
    public int ReadBits(int count)
    {
        if (count == 0)
        {
            return 0;
        }

        Fill();
        int value = (int)(_bits >> (64 - count));
        Take(count);
        return value;
    }

    public bool ReadBit() => ReadBits(1) != 0;

    /// <summary>Reads a number of a category, F.2.2.1: with a first bit of 0 it is below zero.</summary>
    public int ReadNumber(int category)
    {
        int value = ReadBits(category);
        return category > 0 && value < 1 << (category - 1) ? value - (1 << category) + 1 : value;
    }

    /// <summary>Passes the marker between two intervals, and begins the next one.</summary>
    public void Restart()
    {
        _bits = 0;
        _count = 0;
        _padding = 0;
        int marker = Position;
        while (marker < _file.Length && _file[marker] == 0xFF)
        {
            marker++;
        }

        if (marker >= _file.Length)
        {
            throw EndsEarly();
        }

        if (marker == Position || _file[marker] is < JpegMarker.FirstRestart or > JpegMarker.LastRestart)
        {
            throw new PictureFormatException("its picture data lacks a restart marker");
        }

        Position = marker + 1;
    }

    public static PictureFormatException Damaged() => new("its picture data is damaged");

    private void Take(int count)
    {
        _bits <<= count;
        _count -= count;
        if (_count < _padding)
        {
            throw EndsEarly();
        }
    }

    private void Fill()
    {
        while (_count <= 32)
        {
            byte value = 0;
            if (Position >= _file.Length || IsMarker())
            {
                _padding += 8;
            }
            else
            {
                value = _file[Position];
                Position += value == 0xFF ? 2 : 1;
            }

            _bits |= (ulong)value << (56 - _count);
            _count += 8;
        }
    }

    // In entropy-coded data FF is followed by 0.
    private readonly bool IsMarker() =>
        _file[Position] == 0xFF && (Position + 1 >= _file.Length || _file[Position + 1] != 0);

    private static PictureFormatException EndsEarly() => new("its picture data ends early");
}
