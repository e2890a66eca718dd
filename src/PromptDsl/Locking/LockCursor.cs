using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using PromptDsl.Text;

namespace PromptDsl.Locking;

/// <summary>Goes through JSON token by token and knows where each stands in the text.</summary>
internal sealed class LockCursor(SourceText source)
{
    private readonly byte[] _bytes = [.. source.ToBytes()];
    private int _byte;
    private int _character;

    public Utf8JsonReader Start() => new(_bytes);

    /// <summary>Takes the next token, which must be of a kind.</summary>
    /// <param name="what">What is wanted, with an article.</param>
    public void Begin(ref Utf8JsonReader json, JsonTokenType kind, string what)
    {
        Read(ref json);
        if (json.TokenType != kind)
        {
            throw Problem(ref json, $"{what} belongs here", $"not {what}");
        }
    }

    /// <summary>Takes the next key of an object, or its end.</summary>
    /// <param name="earlier">The keys before it.</param>
    public string? NextKey(ref Utf8JsonReader json, HashSet<string> earlier)
    {
        Read(ref json);
        if (json.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }

        string key = Decode(ref json);
        return earlier.Add(key) ? key : throw Problem(ref json, $"`{key}` is there twice", "a second time");
    }

    public string Text(ref Utf8JsonReader json)
    {
        Begin(ref json, JsonTokenType.String, "text");
        return Decode(ref json);
    }

    public string? TextOrNull(ref Utf8JsonReader json)
    {
        Read(ref json);
        return json.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => Decode(ref json),
            _ => throw Problem(ref json, "text or null belongs here", "not text"),
        };
    }

    public long Number(ref Utf8JsonReader json)
    {
        Begin(ref json, JsonTokenType.Number, "a number");
        return json.TryGetInt64(out long number) && number >= 0
            ? number
            : throw Problem(ref json, "a whole number belongs here", "not a whole number");
    }

    public ImmutableArray<string> Texts(ref Utf8JsonReader json)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        Begin(ref json, JsonTokenType.StartArray, "a list");
        while (true)
        {
            Read(ref json);
            if (json.TokenType == JsonTokenType.EndArray)
            {
                return texts.ToImmutable();
            }

            texts.Add(
                json.TokenType == JsonTokenType.String
                    ? Decode(ref json)
                    : throw Problem(ref json, "text belongs here", "not text")
            );
        }
    }

    /// <summary>Refuses an object, whose end was just taken, that lacks one of its keys.</summary>
    public void Require(ref Utf8JsonReader json, HashSet<string> keys, params ReadOnlySpan<string> required)
    {
        foreach (string key in required)
        {
            if (!keys.Contains(key))
            {
                throw Problem(ref json, $"`{key}` is missing", $"no `{key}` before this");
            }
        }
    }

    /// <summary>Refuses anything after the last token.</summary>
    public void End(ref Utf8JsonReader json) => Read(ref json);

    public LockFormatException Unknown(ref Utf8JsonReader json, string key) =>
        Problem(ref json, $"a lock has no key `{key}`", "not a key of a lock");

    public LockFormatException Problem(ref Utf8JsonReader json, string message, string label) =>
        new(Span(ref json), message, label);

    /// <summary>The token, a text with its quotation marks.</summary>
    public TextSpan Span(ref Utf8JsonReader json)
    {
        int start = CharacterAt((int)json.TokenStartIndex);
        bool isQuoted = json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        long end = isQuoted ? json.TokenStartIndex + json.ValueSpan.Length + 2 : json.BytesConsumed;
        return TextSpan.FromBounds(start, CharacterAt((int)end));
    }

    private void Read(ref Utf8JsonReader json)
    {
        try
        {
            json.Read();
        }
        catch (JsonException e)
        {
            throw NotJson(e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
        }
    }

    private string Decode(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are no UTF-8, or half of a surrogate pair.
            throw Problem(ref json, "the text is no Unicode", "not Unicode");
        }
    }

    private LockFormatException NotJson(long line, long position)
    {
        int start = 0;
        for (; line > 0; line--)
        {
            start += _bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
        }

        int character = CharacterAt((int)Math.Min(start + position, _bytes.Length));
        var span = new TextSpan(character, character < source.Length ? 1 : 0);
        return new LockFormatException(span, "this is not JSON", "not JSON from here on");
    }

    // Tokens come in order, so that the text is decoded once.
    private int CharacterAt(int index)
    {
        if (index < _byte)
        {
            (_byte, _character) = (0, 0);
        }

        _character += Encoding.UTF8.GetCharCount(_bytes, _byte, index - _byte);
        _byte = index;
        return Math.Min(_character, source.Length);
    }
}
