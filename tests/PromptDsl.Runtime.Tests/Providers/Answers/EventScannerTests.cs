using System.Text;
using PromptDsl.Runtime.Providers.OpenAi.Answers;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers.Answers;

public sealed class EventScannerTests : IDisposable
{
    private readonly ProviderCase _case = new();

    public void Dispose() => _case.Dispose();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void Events_may_be_cut_anywhere_and_have_any_line_ends(string lineEnd)
    {
        byte[] stream = Encoding.UTF8.GetBytes(
            "\uFEFFevent: first\n: a remark\nid: 7\nretry: 5\ndata: {\"n\":\ndata:1}\n\n\ndata\ndata: {\"n\":2}\nevent:second\n\nevent: dataless\n\ndata: {\"n\":3}\n\n".Replace(
                "\n",
                lineEnd,
                StringComparison.Ordinal
            )
        );
        for (int cut = 0; cut <= stream.Length; cut++)
        {
            Assert.Equal(["first 1", "second 2", " 3"], Scan(stream.AsSpan(0, cut), stream.AsSpan(cut)));
        }
    }

    [Fact]
    public void An_event_without_its_closing_line_counts_when_it_is_whole()
    {
        Assert.Equal(["a 1"], Scan("event: a\ndata: {\"n\":1}"u8, []));
        Assert.Empty(Scan("event: a\ndata: {\"n\":1"u8, []));
    }

    [Fact]
    public void A_long_line_that_begins_like_data_is_none() =>
        Assert.Empty(Scan("data"u8, Encoding.UTF8.GetBytes(new string('x', 200) + ": {\"n\":1}\n\n")));

    private List<string> Scan(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        using var folder = new PictureFolder(_case.Folder);
        List<string> events = [];
        var scanner = new EventScanner(
            folder,
            (name, data) =>
            {
                using AnswerDocument document = data.Read();
                events.Add($"{name} {document.Root.GetProperty("n").GetInt32()}");
            }
        );
        scanner.Write(first);
        scanner.Write(second);
        scanner.Finish();
        return events;
    }
}
