using Microsoft.Extensions.Options;

namespace ChatBot;

/// <summary>Reads where an answer goes, and lets it go to the servers of the chat platform alone.</summary>
internal sealed class AnswerAddress(IOptions<BotOptions> options)
{
    /// <summary>The address; null when it is none, or one of another server.</summary>
    public Uri? Read(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && address.UserInfo.Length == 0
        && options.Value.AnswerTo.Contains(address.GetLeftPart(UriPartial.Authority), StringComparer.Ordinal)
            ? address
            : null;
}
