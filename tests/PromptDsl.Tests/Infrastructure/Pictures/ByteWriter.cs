using System.Buffers.Binary;
using System.Text;

namespace PromptDsl.Tests.Infrastructure.Pictures;

/// <summary>Puts a file together byte by byte.</summary>
internal sealed class ByteWriter
{
    private readonly List<byte> _bytes = [];

    public ByteWriter Add(params ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public ByteWriter Text(string ascii) => Add(Encoding.Latin1.GetBytes(ascii));

    public ByteWriter BigEndian16(int value) => Add((byte)(value >> 8), (byte)value);

    public ByteWriter LittleEndian16(int value) => Add((byte)value, (byte)(value >> 8));

    public ByteWriter LittleEndian24(int value) => Add((byte)value, (byte)(value >> 8), (byte)(value >> 16));

    public ByteWriter BigEndian32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return Add(bytes);
    }

    public ByteWriter LittleEndian32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Add(bytes);
    }

    public byte[] ToArray() => [.. _bytes];
}
