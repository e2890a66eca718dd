using System.Globalization;
using System.Text;

namespace PromptDsl.Runtime.Tests.Providers.Infrastructure;

/// <summary>A request as it came over the wire; each byte is one character.</summary>
internal sealed record StubRequest(string Head, string Body)
{
    public string Path => Head.Split(' ')[1];

    public string? Header(string name) =>
        Head.Split("\r\n")
            .Skip(1)
            .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(name.Length + 1)..].Trim())
            .FirstOrDefault();

    /// <summary>Reads a request whose length is stated; null when the connection brings none.</summary>
    public static async Task<StubRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!EndsWithBlankLine(head))
        {
            if (await stream.ReadAsync(one, cancellationToken) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        var request = new StubRequest(head.ToString(), "");
        if (!int.TryParse(request.Header("Content-Length"), CultureInfo.InvariantCulture, out int length))
        {
            return request;
        }

        byte[] body = new byte[length];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return request with { Body = Encoding.Latin1.GetString(body) };
    }

    private static bool EndsWithBlankLine(StringBuilder text) =>
        text.Length >= 4 && text[^1] == '\n' && text[^2] == '\r' && text[^3] == '\n' && text[^4] == '\r';
}
