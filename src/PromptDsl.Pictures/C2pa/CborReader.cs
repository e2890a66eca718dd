using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace PromptDsl.Pictures.C2pa;

/// <summary>Reads CBOR, RFC 8949, with bounds on what a small file can make of it.</summary>
internal ref struct CborReader
{
    private const int MaxDepth = 32;
    private const int MaxValues = 100_000;

    // RFC 8949 3.2.1: ends lists, maps and strings of no stated length.
    private const byte Break = 0xFF;

    private ReadOnlySpan<byte> _rest;
    private int _values;

    private CborReader(ReadOnlySpan<byte> data) => _rest = data;

    /// <summary>Reads one value; what follows it is not looked at.</summary>
    public static CborValue Read(ReadOnlySpan<byte> data) => new CborReader(data).ReadValue(0);

    private CborValue ReadValue(int depth)
    {
        if (depth > MaxDepth || ++_values > MaxValues)
        {
            throw new PictureFormatException("its values are nested too deeply or too many");
        }

        byte head = TakeByte();
        ulong? argument = ReadArgument(head);
        switch (head >> 5)
        {
            case 2:
                ReadBytes(head, argument);
                return CborValue.Other;
            case 3:
                return new CborValue { Text = Encoding.UTF8.GetString(ReadBytes(head, argument)) };
            case 4:
                return ReadList(argument, depth);
            case 5:
                return ReadMap(argument, depth);
            case 6:
                // A tag says how the next value is meant.
                return ReadValue(depth + 1);
            default:
                return CborValue.Other;
        }
    }

    private CborValue ReadList(ulong? count, int depth)
    {
        var items = ImmutableArray.CreateBuilder<CborValue>();
        for (ulong i = 0; !IsEnd(count, i); i++)
        {
            items.Add(ReadValue(depth + 1));
        }

        return new CborValue { Items = items.DrainToImmutable() };
    }

    private CborValue ReadMap(ulong? count, int depth)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, CborValue>();
        for (ulong i = 0; !IsEnd(count, i); i++)
        {
            string? key = ReadValue(depth + 1).Text;
            CborValue value = ReadValue(depth + 1);
            if (key is not null)
            {
                fields[key] = value;
            }
        }

        return new CborValue { Fields = fields.ToImmutable() };
    }

    private bool IsEnd(ulong? count, ulong read)
    {
        if (count is not null)
        {
            return read == count;
        }

        if (!_rest.StartsWith(Break))
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }

    // A string of no stated length is a row of strings that have one.
    private byte[] ReadBytes(byte head, ulong? length)
    {
        if (length is { } stated)
        {
            return Take(stated).ToArray();
        }

        using var parts = new MemoryStream();
        while (!IsEnd(null, 0))
        {
            byte part = TakeByte();
            if (part >> 5 != head >> 5 || ReadArgument(part) is not { } partLength)
            {
                throw new PictureFormatException("a string of it is damaged");
            }

            parts.Write(Take(partLength));
        }

        return parts.ToArray();
    }

    // 3: small numbers stand in the head, others behind it; null stands for no stated length.
    private ulong? ReadArgument(byte head)
    {
        switch (head & 0x1F)
        {
            case < 24:
                return (ulong)(head & 0x1F);
            case 24:
                return TakeByte();
            case 25:
                return BinaryPrimitives.ReadUInt16BigEndian(Take(2));
            case 26:
                return BinaryPrimitives.ReadUInt32BigEndian(Take(4));
            case 27:
                return BinaryPrimitives.ReadUInt64BigEndian(Take(8));
            case 31 when head >> 5 is 2 or 3 or 4 or 5:
                return null;
            default:
                throw new PictureFormatException("a value of it is damaged");
        }
    }

    private byte TakeByte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_rest.Length)
        {
            throw new PictureFormatException("its values end early");
        }

        ReadOnlySpan<byte> taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }
}
