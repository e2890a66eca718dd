using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace PromptDsl.Assets;

/// <summary>
/// Reads a file once from its beginning to its end through a buffer of fixed size, and hashes every
/// byte on the way, those that are skipped too.
/// </summary>
internal sealed class AssetSource : IDisposable
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Stream _stream;
    private readonly long _limit;
    private int _start;
    private int _end;
    private long _fetched;

    /// <summary>Reads at most <paramref name="limit"/> bytes of a stream.</summary>
    public AssetSource(Stream stream, long limit)
    {
        _stream = stream;
        _limit = limit;
    }

    /// <summary>How many bytes have been taken.</summary>
    public long Position => _fetched - (_end - _start);

    /// <summary>The first bytes of the file, as far as it has them, without taking them.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        while (_end < 64 && Fetch()) { }
        return _buffer.AsSpan(_start, _end - _start);
    }

    /// <summary>Takes bytes up to the length of the span.</summary>
    /// <returns>How many; fewer only at the end of the file.</returns>
    public int ReadUpTo(Span<byte> bytes)
    {
        int read = 0;
        while (read < bytes.Length && (_start < _end || Fetch()))
        {
            int count = Math.Min(bytes.Length - read, _end - _start);
            _buffer.AsSpan(_start, count).CopyTo(bytes[read..]);
            _start += count;
            read += count;
        }

        return read;
    }

    /// <summary>Takes as many bytes as the span has.</summary>
    /// <param name="what">What they are, as in "its header".</param>
    public void Read(Span<byte> bytes, string what)
    {
        if (ReadUpTo(bytes) < bytes.Length)
        {
            throw EndOfFile(what);
        }
    }

    public byte ReadByte(string what)
    {
        Span<byte> one = stackalloc byte[1];
        Read(one, what);
        return one[0];
    }

    public ushort ReadUInt16BigEndian(string what)
    {
        Span<byte> two = stackalloc byte[2];
        Read(two, what);
        return BinaryPrimitives.ReadUInt16BigEndian(two);
    }

    /// <summary>Passes over bytes.</summary>
    public void Skip(long count, string what)
    {
        while (count > 0)
        {
            if (_start == _end && !Fetch())
            {
                throw EndOfFile(what);
            }

            int step = (int)Math.Min(count, _end - _start);
            _start += step;
            count -= step;
        }
    }

    /// <summary>Passes over everything up to and with the next byte of a value.</summary>
    public void SkipPast(byte value, string what)
    {
        while (true)
        {
            int index = _buffer.AsSpan(_start, _end - _start).IndexOf(value);
            if (index >= 0)
            {
                _start += index + 1;
                return;
            }

            _start = _end;
            if (!Fetch())
            {
                throw EndOfFile(what);
            }
        }
    }

    /// <summary>Passes over the rest.</summary>
    /// <returns>The length of the file and its SHA-256 in lower-case hexadecimal.</returns>
    public (long Length, string Sha256) Finish()
    {
        do
        {
            _start = _end;
        } while (Fetch());
        return (_fetched, Convert.ToHexStringLower(_hash.GetHashAndReset()));
    }

    public void Dispose()
    {
        _hash.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private AssetFormatException EndOfFile(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"it ends after {_fetched} bytes, within {what}"));

    /// <summary>Appends to the buffer, which begins anew once all of it was taken.</summary>
    private bool Fetch()
    {
        if (_start == _end)
        {
            _start = 0;
            _end = 0;
        }

        int room = (int)Math.Min(_buffer.Length - _end, _limit - _fetched);
        int read = room == 0 ? 0 : _stream.Read(_buffer, _end, room);
        _hash.AppendData(_buffer, _end, read);
        _end += read;
        _fetched += read;
        return read > 0;
    }
}
