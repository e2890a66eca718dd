using System.Runtime.Versioning;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Verification.Reading;
using Xunit;

namespace PromptDsl.Runtime.Tests.Verification;

[UnsupportedOSPlatform("windows")]
public sealed class TesseractTextReaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tesseract");

    [Fact]
    public async Task Gives_the_picture_and_takes_the_text()
    {
        TesseractTextReader reader = Fake(
            $"""
            printf '%s ' "$@" > '{_folder.FullName}/arguments'
            cat > '{_folder.FullName}/picture.png'
            echo '섬 나루'
            """
        );
        Raster picture = Expecting.Paint((x, _) => (10, 20, 30, x < 5 ? 0 : 255), 10, 4);
        TextReading reading = await ReadAsync(reader, picture, "eng", "kor");
        Assert.Equal("섬 나루\n", reading.Text);
        Assert.Equal("stdin stdout -l eng+kor --psm 11 ", File.ReadAllText(PathOf("arguments")));
        Raster seen = PictureDecoder.Decode(File.ReadAllBytes(PathOf("picture.png")));
        Assert.Equal([255, 255, 255, 255, 10, 20, 30, 255], seen.Pixels[16..24]);
    }

    [Fact]
    public async Task Reads_on_one_thread()
    {
        TextReading reading = await ReadAsync(Fake("cat > /dev/null; echo \"$OMP_THREAD_LIMIT\""), "eng");
        Assert.Equal("1\n", reading.Text);
    }

    [Fact]
    public async Task A_language_that_is_not_installed()
    {
        TextReading reading = await ReadAsync(Fake("echo read"), "eng", "jpn", "tha");
        Assert.Equal("tesseract lacks the language jpn and tha; install its language pack", reading.Problem);
        Assert.Null(reading.Text);
    }

    [Fact]
    public async Task A_program_that_ends_with_an_error()
    {
        TextReading reading = await ReadAsync(Fake("echo 'no such model' >&2; exit 3"), "eng");
        Assert.Equal("tesseract ended with code 3: no such model", reading.Problem);
    }

    [Fact]
    public async Task A_program_that_cannot_be_started()
    {
        File.WriteAllText(PathOf("tesseract"), "neither a program nor allowed to run");
        TextReading reading = await ReadAsync(TesseractTextReader.Find(_folder.FullName), "eng");
        Assert.Contains("cannot be started", reading.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_does_not_end()
    {
        var reader = new TesseractTextReader(Write("sleep 600")) { Timeout = TimeSpan.FromSeconds(1) };
        TextReading reading = await ReadAsync(reader, "eng");
        Assert.Equal("tesseract did not end within 1 s", reading.Problem);
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Task<TextReading> reading = Fake("sleep 600")
            .ReadAsync(Expecting.Paint((_, _) => (0, 0, 0, 255)), ["eng"], source.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private TesseractTextReader Fake(string script)
    {
        Write(script);
        return TesseractTextReader.Find("/no-such-folder" + Path.PathSeparator + _folder.FullName);
    }

    // A program that knows English and Korean and otherwise does what a script says.
    private string Write(string script)
    {
        string path = PathOf("tesseract");
        File.WriteAllText(
            path,
            $"""
            #!/bin/sh
            if [ "$1" = --list-langs ]; then
              printf 'List of available languages (3):\neng\nkor\nosd\n'
              exit
            fi
            {script}
            """
        );
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    private static Task<TextReading> ReadAsync(TesseractTextReader reader, params string[] languages) =>
        ReadAsync(reader, Expecting.Paint((_, _) => (0, 0, 0, 255)), languages);

    private static Task<TextReading> ReadAsync(TesseractTextReader reader, Raster picture, params string[] languages) =>
        reader.ReadAsync(picture, [.. languages], TestContext.Current.CancellationToken);
}
