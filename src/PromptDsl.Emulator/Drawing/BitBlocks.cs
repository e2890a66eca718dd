namespace PromptDsl.Emulator.Drawing;

/// <summary>Packs codes of changing width, lowest bit first, into the blocks of at most 255 bytes that GIF has.</summary>
internal sealed class BitBlocks(Stream output)
{
    private readonly byte[] _block = new byte[255];
    private int _length;
    private int _bits;
    private int _count;

    public void Write(int code, int width)
    {
        _bits |= code << _count;
        _count += width;
        while (_count >= 8)
        {
            Add((byte)_bits);
            _bits >>= 8;
            _count -= 8;
        }
    }

    /// <summary>Writes what is left and the block that ends the blocks.</summary>
    public void Finish()
    {
        if (_count > 0)
        {
            Add((byte)_bits);
        }

        Flush();
        output.WriteByte(0);
    }

    private void Add(byte value)
    {
        _block[_length++] = value;
        if (_length == _block.Length)
        {
            Flush();
        }
    }

    private void Flush()
    {
        if (_length > 0)
        {
            output.WriteByte((byte)_length);
            output.Write(_block, 0, _length);
            _length = 0;
        }
    }
}
