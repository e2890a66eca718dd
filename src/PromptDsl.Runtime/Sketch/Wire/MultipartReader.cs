using System.Text;

namespace PromptDsl.Runtime.Sketch.Wire;

/// <summary>Splits a <c>multipart/form-data</c> body into its parts.</summary>
internal static class MultipartReader
{
    /// <summary>The names and contents of the parts, in order.</summary>
    /// <exception cref="WireException">The body does not have the form that its boundary promises.</exception>
    public static List<(string Name, byte[] Content)> Read(ReadOnlySpan<byte> body, string boundary)
    {
        byte[] delimiter = Encoding.ASCII.GetBytes("\r\n--" + boundary);
        List<(string, byte[])> parts = [];

        // The first delimiter has no line break before it.
        ReadOnlySpan<byte> rest = After(body, delimiter.AsSpan(2));
        while (!rest.StartsWith("--"u8))
        {
            ReadOnlySpan<byte> part = After(rest, "\r\n"u8);
            int end = part.IndexOf(delimiter);
            int headEnd = part.IndexOf("\r\n\r\n"u8);
            if (end < 0 || headEnd < 0 || headEnd > end)
            {
                throw Malformed();
            }

            parts.Add((NameOf(Encoding.UTF8.GetString(part[..headEnd])), part[(headEnd + 4)..end].ToArray()));
            rest = part[(end + delimiter.Length)..];
        }

        return parts;
    }

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark)
    {
        int at = text.IndexOf(mark);
        return at < 0 ? throw Malformed() : text[(at + mark.Length)..];
    }

    private static string NameOf(string head)
    {
        const string Key = "; name=";
        string line =
            head.Split("\r\n")
                .FirstOrDefault(l => l.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase))
            ?? throw Malformed();
        int at = line.IndexOf(Key, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? throw Malformed() : line[(at + Key.Length)..].Split(';')[0].Trim().Trim('"');
    }

    private static WireException Malformed() =>
        WireException.BadRequest("invalid_multipart_form_data", null, "The multipart body is malformed.");
}
