using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>
/// A picture on its way into a file. It has a temporary name until it is kept; what is not kept is deleted.
/// </summary>
internal sealed class ReceivedPicture : IDisposable
{
    private readonly FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _start = new byte[PictureSignature.Length];
    private readonly byte[] _carried = new byte[4];
    private int _carriedCount;
    private bool _isBroken;
    private bool _isPadded;
    private bool _isKept;
    private string _path;

    public ReceivedPicture(string path)
    {
        _path = path;
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
    }

    /// <summary>In bytes.</summary>
    public long Length { get; private set; }

    /// <summary>What it is when it is no whole picture, such as "an empty picture"; null when it is one.</summary>
    public string? Problem =>
        _isBroken || _carriedCount > 0 ? "a picture in broken base64"
        : Length == 0 ? "an empty picture"
        : Extension is null ? "bytes that are no picture"
        : null;

    private string? Extension =>
        PictureSignature.ExtensionOf(_start.AsSpan(0, (int)Math.Min(Length, PictureSignature.Length)));

    /// <summary>Adds bytes as they are.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (Length < _start.Length)
        {
            int count = (int)Math.Min(bytes.Length, _start.Length - Length);
            bytes[..count].CopyTo(_start.AsSpan((int)Length));
        }

        _file.Write(bytes);
        _hash.AppendData(bytes);
        Length += bytes.Length;
    }

    /// <summary>Adds bytes in base64, which may be cut anywhere.</summary>
    public void WriteBase64(ReadOnlySpan<byte> text)
    {
        if (_carriedCount > 0)
        {
            int taken = Math.Min(_carried.Length - _carriedCount, text.Length);
            text[..taken].CopyTo(_carried.AsSpan(_carriedCount));
            _carriedCount += taken;
            text = text[taken..];
            if (_carriedCount < _carried.Length)
            {
                return;
            }

            _carriedCount = 0;
            Decode(_carried);
        }

        int whole = text.Length / _carried.Length * _carried.Length;
        Decode(text[..whole]);
        text[whole..].CopyTo(_carried);
        _carriedCount = text.Length - whole;
    }

    /// <summary>Gives the file its name; the extension follows from its bytes.</summary>
    /// <param name="name">The path without extension.</param>
    public PictureFile Keep(string name)
    {
        _file.Dispose();
        string path = name + Extension;
        File.Move(_path, path, overwrite: true);
        _path = path;
        _isKept = true;
        return new PictureFile(path, Convert.ToHexStringLower(_hash.GetHashAndReset()), Length);
    }

    /// <summary>Deletes the file, kept or not.</summary>
    public void Discard()
    {
        _isKept = false;
        Dispose();
    }

    public void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
        if (!_isKept)
        {
            File.Delete(_path);
        }
    }

    private void Decode(ReadOnlySpan<byte> text)
    {
        if (_isBroken || text.IsEmpty)
        {
            return;
        }

        byte[] decoded = ArrayPool<byte>.Shared.Rent(Base64.GetMaxDecodedFromUtf8Length(text.Length));
        OperationStatus status = Base64.DecodeFromUtf8(text, decoded, out _, out int written);
        Write(decoded.AsSpan(0, written));
        ArrayPool<byte>.Shared.Return(decoded);
        _isBroken = _isPadded || status != OperationStatus.Done;
        _isPadded = text[^1] == '=';
    }
}
