using System.Text;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Providers.OpenAi.Requests;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers;

public sealed class RequestBodyTests : IDisposable
{
    private readonly ProviderCase _case = new();

    public void Dispose() => _case.Dispose();

    // Around the size of the pieces in which a file is read, and around groups of three bytes.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(49_151)]
    [InlineData(49_152)]
    [InlineData(49_153)]
    [InlineData(200_000)]
    public async Task A_file_is_sent_whole_and_its_length_is_known(int length)
    {
        byte[] bytes = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 7))];
        InputFile file = _case.Input("file.bin", "image/png", bytes);
        foreach (bool inBase64 in new[] { false, true })
        {
            using var body = new RequestBody("x/y", [new BodyPiece.OfFile(file, inBase64)]);
            using var sent = new MemoryStream();
            await body.WriteToAsync(sent, TestContext.Current.CancellationToken);
            Assert.Equal(inBase64 ? Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)) : bytes, sent.ToArray());
            Assert.True(body.TryComputeLength(out long known));
            Assert.Equal(sent.Length, known);
        }
    }
}
