using System.Text;
using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Answers;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers.Answers;

public sealed class AnswerJsonTests : IDisposable
{
    private readonly ProviderCase _case = new();
    private readonly PictureFolder _folder;

    public AnswerJsonTests() => _folder = new PictureFolder(_case.Folder);

    public void Dispose()
    {
        _folder.Dispose();
        _case.Dispose();
    }

    [Fact]
    public void It_may_be_cut_anywhere()
    {
        byte[] json = Encoding.UTF8.GetBytes(
            $$"""
            { "a\"b64_json": "x", "b64_json" : null, "list": ["b64_json", "호\\", {"b64_json"
             :  "{{ProviderCase.Base64Png}}"}], "result":"{{ProviderCase.Base64Png}}" }
            """
        );
        for (int cut = 0; cut <= json.Length; cut++)
        {
            using var folder = new PictureFolder(_case.Folder);
            var read = new AnswerJson(folder);
            read.Write(json.AsSpan(0, cut));
            read.Write(json.AsSpan(cut));
            using AnswerDocument document = read.Read();
            Assert.False(read.IsCut);
            Assert.Equal("x", document.Root.GetProperty("a\"b64_json").GetString());
            Assert.Null(document.Picture(document.Root, "b64_json"));
            JsonElement item = document.Root.GetProperty("list")[2];
            Assert.Equal("호\\", document.Root.GetProperty("list")[1].GetString());
            Assert.Equal(ProviderCase.Png(), Bytes(folder, document.Picture(item, "b64_json")!));
            Assert.Equal(ProviderCase.Png(), Bytes(folder, document.Picture(document.Root, "result")!));
        }
    }

    [Theory]
    [InlineData("\\/", "/")]
    [InlineData("\\u002F", "/")]
    [InlineData("\\u002b", "+")]
    [InlineData("\\r\\n", "")]
    public void Escapes_in_a_picture_are_read(string written, string meant)
    {
        // The character stands where the base64 of the file has it, wherever the text is cut.
        byte[] png = ProviderCase.Png();
        byte[] picture = [.. png, .. new byte[3 - png.Length % 3], 0xFF, 0xFF, 0xFF, 0xFB, 0xEF, 0xBE];
        string base64 = Convert.ToBase64String(picture);
        string escaped =
            meant.Length > 0
                ? base64.Replace(meant, written, StringComparison.Ordinal)
                : base64[..9] + written + base64[9..];
        Assert.NotEqual(base64, escaped);
        byte[] json = Encoding.UTF8.GetBytes($$"""{"b64_json":"{{escaped}}"}""");
        for (int cut = 0; cut <= json.Length; cut++)
        {
            using var folder = new PictureFolder(_case.Folder);
            var read = new AnswerJson(folder);
            read.Write(json.AsSpan(0, cut));
            read.Write(json.AsSpan(cut));
            using AnswerDocument document = read.Read();
            Assert.Equal(picture, Bytes(folder, document.Picture(document.Root, "b64_json")!));
        }
    }

    [Fact]
    public void A_big_picture_takes_no_memory()
    {
        const int Pieces = 640;
        byte[] piece = Encoding.ASCII.GetBytes(new string('A', 64 * 1024));
        var read = new AnswerJson(_folder);
        read.Write("{\"data\":[{\"b64_json\":\""u8);
        read.Write(piece);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 1; i < Pieces; i++)
        {
            read.Write(piece);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        read.Write("\"}]}"u8);
        using AnswerDocument document = read.Read();
        ReceivedPicture picture = document.Picture(document.Root.GetProperty("data")[0], "b64_json")!;
        Assert.Equal(Pieces * piece.Length / 4L * 3, picture.Length);
        Assert.InRange(allocated, 0, 1024 * 1024);
    }

    [Fact]
    public void What_is_beside_the_pictures_has_a_limit()
    {
        byte[] piece = new byte[1024 * 1024];
        piece.AsSpan().Fill((byte)' ');
        var read = new AnswerJson(_folder);
        for (int length = 0; length < AnswerJson.MaxLength; length += piece.Length)
        {
            read.Write(piece);
        }

        Assert.Throws<JsonException>(() => read.Write(piece));
    }

    [Fact]
    public void A_picture_has_a_largest_size()
    {
        using var folder = new PictureFolder(_case.Folder) { MaxPictureLength = 5 };
        var read = new AnswerJson(folder);
        read.Write("{\"b64_json\":\"AAAAAAAA"u8);
        Assert.Throws<JsonException>(() => read.Write("A"u8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"b64_json":"AAAA""")]
    [InlineData("""{"a":"}""")]
    public void An_end_that_is_missing_is_noticed(string json)
    {
        var read = new AnswerJson(_folder);
        read.Write(Encoding.UTF8.GetBytes(json));
        Assert.Equal(json.Length > 0, read.IsCut);
        Assert.Equal(json.Length == 0, read.IsEmpty);
    }

    private static byte[] Bytes(PictureFolder folder, ReceivedPicture picture)
    {
        Assert.Null(picture.Problem);
        return File.ReadAllBytes(folder.Keep(picture, 0).Path);
    }
}
