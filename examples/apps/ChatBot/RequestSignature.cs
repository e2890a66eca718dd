using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatBot;

/// <summary>
/// Checks that a request comes from the chat platform, and now: its signature is the HMAC-SHA256 of
/// <c>v0:TIMESTAMP:BODY</c>, in hexadecimal after <c>v0=</c>.
/// </summary>
internal sealed class RequestSignature(string secret, TimeProvider time)
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";

    /// <summary>How far the clocks may be apart, and so how long a request that somebody recorded is any good.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    public bool IsGood(IHeaderDictionary headers, byte[] body)
    {
        string timestamp = headers[TimestampHeader].ToString();
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
        {
            return false;
        }

        long apart = Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds);
        byte[] given = Encoding.UTF8.GetBytes(headers[SignatureHeader].ToString());
        byte[] right = Encoding.UTF8.GetBytes(Sign(timestamp, body));
        return apart <= Window.TotalSeconds && CryptographicOperations.FixedTimeEquals(given, right);
    }

    /// <summary>The signature of a body at a time.</summary>
    internal string Sign(string timestamp, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(_secret, signed))}";
    }
}
