using System.Text;
using PromptDsl.Runtime.Providers.OpenAi.Answers;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers.Answers;

public class PictureSignatureTests
{
    [Theory]
    [InlineData("\u0089PNG\r\n\u001A\nmore", ".png")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", ".jpg")]
    [InlineData("RIFF\0\0\0\0WEBPVP8 ", ".webp")]
    [InlineData("GIF89a", ".gif")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'>", ".svg")]
    [InlineData("<?xml version='1.0'?>\n<!-- a --><svg>", ".svg")]
    [InlineData("RIFF\0\0\0\0WAVEfmt ", null)]
    [InlineData("RIFF", null)]
    [InlineData("<html><p>svg</p>", null)]
    [InlineData("\u0089PNG", null)]
    [InlineData("", null)]
    public void The_format_follows_from_the_bytes(string start, string? extension) =>
        Assert.Equal(extension, PictureSignature.ExtensionOf(Encoding.Latin1.GetBytes(start)));
}
