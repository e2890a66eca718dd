namespace PromptDsl.Pictures.C2pa;

/// <summary>Finds the manifest store in a GIF: an application extension, GIF89a 26.</summary>
internal static class GifStore
{
    private const byte Extension = 0x21;
    private const byte Application = 0xFF;
    private const byte Picture = 0x2C;
    private const int HeaderLength = 13;
    private const int PictureHeaderLength = 10;

    /// <summary>The name and the code that authenticates it.</summary>
    private static ReadOnlySpan<byte> Identifier => "C2PA_GIF\x01\0\0"u8;

    public static byte[]? Find(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength)
        {
            return null;
        }

        int at = HeaderLength + ColorTable(file[10]);
        while (at + PictureHeaderLength <= file.Length)
        {
            if (file[at] == Picture)
            {
                // The header, its colour table, the smallest code, then blocks.
                at = Pass(file, at + PictureHeaderLength + ColorTable(file[at + 9]) + 1, null);
            }
            else if (file[at] != Extension)
            {
                return null;
            }
            else if (file[at + 1] == Application && file[(at + 3)..].StartsWith(Identifier))
            {
                using var store = new MemoryStream();
                Pass(file, at + 3 + Identifier.Length, store);
                return store.ToArray();
            }
            else
            {
                at = Pass(file, at + 2, null);
            }
        }

        return null;
    }

    // 18 and 20: whether there is one and how large it is.
    private static int ColorTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    // Goes past blocks, each behind its length, up to the empty one; what they hold may be kept.
    private static int Pass(ReadOnlySpan<byte> file, int at, MemoryStream? content)
    {
        while (at < file.Length && file[at] != 0)
        {
            int end = Math.Min(at + 1 + file[at], file.Length);
            content?.Write(file[(at + 1)..end]);
            at = end;
        }

        return at + 1;
    }
}
