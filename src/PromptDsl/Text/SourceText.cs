using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace PromptDsl.Text;

/// <summary>
/// The text of one file. Bytes that are not UTF-8 are kept as lone surrogates U+DC80 to U+DCFF, so
/// that every file, broken ones too, can be written back byte for byte.
/// </summary>
public sealed class SourceText
{
    /// <summary>The largest file that is compiled, in UTF-8 bytes.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const char InvalidByteBase = '\uDC00';

    private LineMap? _lines;

    private SourceText(string path, string text)
    {
        Path = path;
        Text = text;
    }

    /// <summary>The logical path, with <c>/</c> on every system; what messages show.</summary>
    public string Path { get; }

    /// <summary>The whole text; a byte order mark is its first character.</summary>
    public string Text { get; }

    public int Length => Text.Length;

    /// <summary>Whether the file has more than <see cref="MaxBytes"/>; bytes are counted only where it is near.</summary>
    internal bool IsTooLarge => Text.Length > MaxBytes / 3 && Encoding.UTF8.GetByteCount(Text) > MaxBytes;

    /// <summary>Computed when first asked for.</summary>
    public LineMap Lines => _lines ??= new LineMap(Text);

    public static SourceText FromString(string text, string path = "input.imgp") => new(path, text);

    /// <summary>Decodes UTF-8, with or without a byte order mark; never fails.</summary>
    public static SourceText FromBytes(ReadOnlySpan<byte> bytes, string path = "input.imgp")
    {
        try
        {
            return new(path, StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return new(path, DecodeKeepingInvalidBytes(bytes));
        }
    }

    /// <summary>The bytes of the file, exactly as they were given to <see cref="FromBytes"/>.</summary>
    public ImmutableArray<byte> ToBytes() => Encode(Text);

    public ReadOnlySpan<char> AsSpan(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    public string ToString(TextSpan span) => Text.Substring(span.Start, span.Length);

    public override string ToString() => Text;

    internal static bool IsInvalidByte(char c) => c is >= '\uDC80' and <= '\uDCFF';

    internal static int InvalidByteValue(char c) => c - InvalidByteBase;

    internal static ImmutableArray<byte> Encode(string text)
    {
        var writer = new ArrayBufferWriter<byte>(text.Length + 16);
        int position = 0;
        while (position < text.Length)
        {
            OperationStatus status = System.Text.Unicode.Utf8.FromUtf16(
                text.AsSpan(position),
                writer.GetSpan((text.Length - position) * 3),
                out int read,
                out int written,
                replaceInvalidSequences: false
            );
            writer.Advance(written);
            position += read;
            if (status == OperationStatus.Done)
            {
                break;
            }

            char c = text[position++];
            if (IsInvalidByte(c))
            {
                writer.GetSpan(1)[0] = (byte)InvalidByteValue(c);
                writer.Advance(1);
            }
            else
            {
                // A lone surrogate of a string given by a caller; no file can hold it.
                writer.Write("\uFFFD"u8);
            }
        }

        return [.. writer.WrittenSpan];
    }

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private static string DecodeKeepingInvalidBytes(ReadOnlySpan<byte> bytes)
    {
        var builder = new StringBuilder(bytes.Length);
        Span<char> pair = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out Rune rune, out int consumed);
            if (status == OperationStatus.Done)
            {
                builder.Append(pair[..rune.EncodeToUtf16(pair)]);
            }
            else
            {
                foreach (byte invalid in bytes[..consumed])
                {
                    builder.Append((char)(InvalidByteBase + invalid));
                }
            }

            bytes = bytes[consumed..];
        }

        return builder.ToString();
    }
}
