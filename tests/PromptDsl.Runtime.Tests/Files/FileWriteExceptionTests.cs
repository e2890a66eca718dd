using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Files;

public sealed class FileWriteExceptionTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData(28, "no space is left")]
    [InlineData(unchecked((int)0x80070070), "no space is left")]
    [InlineData(30, "the disk can only be read")]
    [InlineData(5, "Input/output error")]
    public void It_names_the_file_and_the_reason_but_no_temporary_file(int code, string reason)
    {
        var cause = new IOException("Input/output error : '/pictures/.b.png.tmp'", code);

        Assert.Equal(
            $"`/pictures/b.png` cannot be written: {reason}",
            FileWriteException.Of("/pictures/b.png", cause).Message
        );
    }

    [Fact]
    public void What_may_not_be_written_says_so()
    {
        FileWriteException failure = FileWriteException.Of(
            _folder["b.png"],
            new UnauthorizedAccessException("Denied.")
        );

        Assert.Equal($"`{_folder["b.png"]}` cannot be written: no permission", failure.Message);
        Assert.False(failure.IsDiskFull);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_a_file_is_named_and_nothing_is_left_behind()
    {
        Directory.CreateDirectory(_folder["b.png"]);

        FileWriteException failure = await Assert.ThrowsAsync<FileWriteException>(() => WriteAsync("b.png"));

        Assert.Equal($"`{_folder["b.png"]}` cannot be written: a folder stands there", failure.Message);
        Assert.Equal(["b.png"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_in_the_place_of_a_folder_is_named()
    {
        await File.WriteAllTextAsync(_folder["out"], "", TestContext.Current.CancellationToken);

        FileWriteException failure = await Assert.ThrowsAsync<FileWriteException>(() => WriteAsync("out/st/b.png"));

        Assert.Equal(
            $"`{_folder["out/st/b.png"]}` cannot be written: `{_folder["out"]}` is a file, not a folder",
            failure.Message
        );
    }

    public void Dispose() => _folder.Dispose();

    private Task WriteAsync(string path) =>
        DurableFile.WriteAsync(_folder[path], new byte[1], TestContext.Current.CancellationToken);
}
