using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace PromptDsl.Emulator.Scripts;

/// <summary>The text of a script: JSON in which comments and commas at the end of lists are allowed.</summary>
internal sealed class ScriptText(byte[] bytes)
{
    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads the text as values.</summary>
    /// <exception cref="ScriptException">It is no JSON.</exception>
    public ScriptNode Parse()
    {
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            ScriptNode root = ReadValue(ref reader);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            throw Problem($"this is not valid JSON: {ReasonOf(e)}", OffsetOf(e));
        }
        catch (InvalidOperationException)
        {
            // A text with half of a surrogate pair, or bytes that are no UTF-8.
            throw Problem("this text is not valid Unicode", (int)reader.TokenStartIndex);
        }
    }

    /// <summary>A problem at a byte.</summary>
    public ScriptException Problem(string message, int offset)
    {
        ReadOnlySpan<byte> before = bytes.AsSpan(0, Math.Min(offset, bytes.Length));
        int start = before.LastIndexOf((byte)'\n') + 1;
        return new ScriptException(
            message,
            before.Count((byte)'\n') + 1,
            Encoding.UTF8.GetCharCount(before[start..]) + 1
        );
    }

    private static ScriptNode ReadValue(ref Utf8JsonReader reader)
    {
        int offset = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return new(JsonValueKind.Object, offset) { Members = ReadMembers(ref reader) };
            case JsonTokenType.StartArray:
                ImmutableArray<ScriptNode>.Builder items = ImmutableArray.CreateBuilder<ScriptNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader));
                }

                return new(JsonValueKind.Array, offset) { Items = items.ToImmutable() };
            case JsonTokenType.String:
                return new(JsonValueKind.String, offset) { Text = reader.GetString()! };
            case JsonTokenType.Number:
                return new(JsonValueKind.Number, offset)
                {
                    Number = reader.TryGetDouble(out double number) ? number : double.NaN,
                };
            case JsonTokenType.True:
                return new(JsonValueKind.True, offset);
            case JsonTokenType.False:
                return new(JsonValueKind.False, offset);
            default:
                return new(JsonValueKind.Null, offset);
        }
    }

    private static ImmutableArray<ScriptMember> ReadMembers(ref Utf8JsonReader reader)
    {
        ImmutableArray<ScriptMember>.Builder members = ImmutableArray.CreateBuilder<ScriptMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            int offset = (int)reader.TokenStartIndex;
            reader.Read();
            members.Add(new ScriptMember(name, offset, ReadValue(ref reader)));
        }

        return members.ToImmutable();
    }

    // Its first sentence; the second is the position.
    private static string ReasonOf(JsonException e) => e.Message.Split(". ")[0];

    // The exception counts lines, and bytes within a line.
    private int OffsetOf(JsonException e)
    {
        int offset = 0;
        for (long line = e.LineNumber ?? 0; line > 0; line--)
        {
            offset += bytes.AsSpan(offset).IndexOf((byte)'\n') + 1;
        }

        return offset + (int)(e.BytePositionInLine ?? 0);
    }
}
