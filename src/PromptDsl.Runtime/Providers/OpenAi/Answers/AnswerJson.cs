using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>
/// Takes JSON in pieces, cut anywhere. Texts that hold a picture are decoded into files as they come, and
/// the number of the picture stands in their place; what remains is small and is read as a whole.
/// </summary>
internal sealed class AnswerJson(PictureFolder folder)
{
    /// <summary>The most bytes beside pictures: far more than any answer has.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    private const byte Quote = (byte)'"';
    private const byte Backslash = (byte)'\\';

    private static readonly SearchValues<byte> TextEnds = SearchValues.Create("\"\\"u8);
    private static readonly SearchValues<byte> TextStarts = SearchValues.Create("\"{}[]:,"u8);

    private readonly ArrayBufferWriter<byte> _kept = new();
    private readonly List<ReceivedPicture> _pictures = [];
    private readonly byte[] _escape = new byte[6];
    private Place _place;
    private int _escapeLength;
    private int _depth;
    private Range _lastText;
    private int _textStart;

    // Whether a picture would stand here: after its name and a colon.
    private bool _isPictureNext;

    private enum Place
    {
        Outside,
        Text,
        Picture,
    }

    /// <summary>Whether nothing but white space has come.</summary>
    public bool IsEmpty => _kept.WrittenSpan.Trim(" \t\r\n"u8).IsEmpty;

    /// <summary>Whether it ends inside a text, an array or an object: more was to come.</summary>
    public bool IsCut => _place != Place.Outside || _depth > 0;

    /// <summary>Whether everything that came is this text.</summary>
    public bool Is(ReadOnlySpan<byte> text) => _kept.WrittenSpan.Trim(" \t\r\n"u8).SequenceEqual(text);

    /// <summary>Takes the next piece.</summary>
    /// <exception cref="JsonException">It is longer than an answer can be.</exception>
    public void Write(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            int taken = _place switch
            {
                Place.Outside => TakeOutside(piece),
                Place.Text => TakeText(piece),
                _ => TakePicture(piece),
            };
            piece = piece[taken..];
        }
    }

    /// <summary>The document that has come.</summary>
    /// <exception cref="JsonException">It is no JSON, or not all of it.</exception>
    public AnswerDocument Read() => new(JsonDocument.Parse(_kept.WrittenMemory.ToArray()), _pictures);

    private int TakeOutside(ReadOnlySpan<byte> piece)
    {
        int end = piece.IndexOfAny(TextStarts);
        if (end < 0)
        {
            Keep(piece);
            return piece.Length;
        }

        Keep(piece[..end]);
        byte found = piece[end];
        if (found == Quote && _isPictureNext)
        {
            BeginPicture();
        }
        else
        {
            Keep([found]);
            _place = found == Quote ? Place.Text : Place.Outside;
            _textStart = _kept.WrittenCount;
            _depth +=
                found is (byte)'{' or (byte)'[' ? 1
                : found is (byte)'}' or (byte)']' ? -1
                : 0;
        }

        _isPictureNext = found == ':' && IsPictureName(_kept.WrittenSpan[_lastText]);
        return end + 1;
    }

    private int TakeText(ReadOnlySpan<byte> piece)
    {
        if (_escapeLength > 0)
        {
            _escapeLength = 0;
            Keep(piece[..1]);
            return 1;
        }

        int end = piece.IndexOfAny(TextEnds);
        if (end < 0)
        {
            Keep(piece);
            return piece.Length;
        }

        Keep(piece[..(end + 1)]);
        if (piece[end] == Backslash)
        {
            _escapeLength = 1;
        }
        else
        {
            _lastText = _textStart..(_kept.WrittenCount - 1);
            _place = Place.Outside;
        }

        return end + 1;
    }

    private int TakePicture(ReadOnlySpan<byte> piece)
    {
        ReceivedPicture picture = _pictures[^1];
        if (picture.Length > folder.MaxPictureLength)
        {
            throw new JsonException("It holds a picture that is larger than any.");
        }

        if (_escapeLength > 0)
        {
            _escape[_escapeLength++] = piece[0];
            if (Unescaped() is { } character)
            {
                _escapeLength = 0;
                picture.WriteBase64(character is (byte)'\n' or (byte)'\r' ? [] : [character]);
            }

            return 1;
        }

        int end = piece.IndexOfAny(TextEnds);
        if (end < 0)
        {
            picture.WriteBase64(piece);
            return piece.Length;
        }

        picture.WriteBase64(piece[..end]);
        if (piece[end] == Backslash)
        {
            _escape[_escapeLength++] = Backslash;
        }
        else
        {
            _place = Place.Outside;
        }

        return end + 1;
    }

    // Servers may write "\/" or "/" for a character of base64. Null while the escape is not whole.
    private byte? Unescaped() =>
        _escape[1] switch
        {
            (byte)'u' when _escapeLength < _escape.Length => null,
            (byte)'u' when byte.TryParse(_escape.AsSpan(4), NumberStyles.HexNumber, null, out byte code) => code,
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            byte other => other,
        };

    private void BeginPicture()
    {
        if (folder.IsFull)
        {
            throw new JsonException("It holds more pictures than an answer can.");
        }

        Span<byte> number = stackalloc byte[11];
        _pictures.Count.TryFormat(number, out int length, provider: CultureInfo.InvariantCulture);
        Keep(number[..length]);
        _pictures.Add(folder.Add());
        _place = Place.Picture;
    }

    private static bool IsPictureName(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("b64_json"u8) || name.SequenceEqual("result"u8) || name.SequenceEqual("partial_image_b64"u8);

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_kept.WrittenCount + bytes.Length > MaxLength)
        {
            throw new JsonException("It is longer than an answer can be.");
        }

        _kept.Write(bytes);
    }
}
