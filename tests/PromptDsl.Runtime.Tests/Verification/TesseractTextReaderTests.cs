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
            echo '섬 나루 Ferries'
            """
        );
        Raster picture = Expecting.Paint((x, _) => (10, 20, 30, x < 800 ? 0 : 255), 1600, 4);
        TextFinding[] findings = await FindAsync(reader, picture, "섬 나루", "ferries");
        Assert.Equal([TextFinding.Found, TextFinding.Found], findings);
        Assert.Equal("stdin stdout -l eng+kor --psm 11 ", File.ReadAllText(PathOf("arguments")));
        Raster seen = PictureDecoder.Decode(File.ReadAllBytes(PathOf("picture.png")));
        Assert.Equal((1600, 4), (seen.Width, seen.Height));
        Assert.Equal([255, 255, 255, 255, 10, 20, 30, 255], seen.Pixels[(799 * 4)..(801 * 4)]);
    }

    [Theory]
    [InlineData(100, 5)]
    [InlineData(2000, 6)]
    public async Task What_is_not_found_is_read_in_every_way(int width, int ways)
    {
        TesseractTextReader reader = Fake(
            $"echo \"$@\" >> '{PathOf("calls")}'; cat > /dev/null; [ $(wc -l < '{PathOf("calls")}') = 2 ] && echo 'Tide Watr' || echo 'Tide Wat'"
        );
        TextFinding[] findings = await FindAsync(reader, new Raster(width, 10), "Tide Water", "Tide Wat");
        Assert.Equal([TextFinding.NotFound("Tide Watr"), TextFinding.Found], findings);
        string[] calls = File.ReadAllLines(PathOf("calls"));
        Assert.Equal(ways, calls.Length);
        Assert.Equal(calls.Length, calls.Distinct().Count() + calls.Count(c => c == calls[0]) - 1);
        Assert.Contains("stdin stdout -l eng --psm 6 -c thresholding_method=2", calls);
    }

    [Fact]
    public async Task Reads_on_one_thread()
    {
        string limit = "cat > /dev/null; echo \"threads $OMP_THREAD_LIMIT\"";
        Assert.Equal(TextFinding.Found, Assert.Single(await FindAsync(Fake(limit), "threads 1")));
    }

    [Fact]
    public async Task A_model_that_is_not_installed_hinders_only_the_texts_that_need_it()
    {
        TextFinding[] findings = await FindAsync(Fake("echo read"), "ひらがな", "read", "🌻", "გამარჯობა");
        Assert.Equal(
            [
                TextFinding.NotPossible("tesseract lacks the model `jpn` for “ひらがな”; install it"),
                TextFinding.Found,
                TextFinding.NotPossible("“🌻” has no letters to read"),
                TextFinding.NotPossible("the script of “გამარჯობა” is not read"),
            ],
            findings
        );
    }

    [Theory]
    [InlineData("echo 'no such model' >&2; exit 3", "tesseract ended with code 3: no such model")]
    [InlineData(
        "echo 'Warning: Invalid resolution 0 dpi.' >&2; echo 'Error during processing.' >&2; exit 1",
        "tesseract ended with code 1: Error during processing."
    )]
    [InlineData("exit 1", "tesseract ended with code 1: ")]
    public async Task A_program_that_ends_with_an_error(string script, string problem)
    {
        TextFinding finding = Assert.Single(await FindAsync(Fake(script), "read"));
        Assert.Equal(problem, finding.Problem);
    }

    [Fact]
    public async Task What_was_found_before_an_error_is_found()
    {
        TesseractTextReader reader = Fake(
            $"cat > /dev/null; [ -e '{PathOf("once")}' ] && exit 4; touch '{PathOf("once")}'; echo read"
        );
        TextFinding[] findings = await FindAsync(reader, "read", "missing");
        Assert.Equal([TextFinding.Found, TextFinding.NotPossible("tesseract ended with code 4: ")], findings);
    }

    [Fact]
    public async Task A_program_that_cannot_be_started()
    {
        File.WriteAllText(PathOf("tesseract"), "neither a program nor allowed to run");
        TextFinding finding = Assert.Single(await FindAsync(TesseractTextReader.Find(_folder.FullName), "read"));
        Assert.Contains("cannot be started", finding.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_writes_very_much() =>
        Assert.Equal(
            [TextFinding.Found],
            await FindAsync(Fake("echo read; yes noise | head -c 20000000; yes noise | head -c 20000000 >&2"), "read")
        );

    [Fact]
    public async Task A_program_that_does_not_end()
    {
        var reader = new TesseractTextReader(Write("sleep 600")) { Timeout = TimeSpan.FromSeconds(1) };
        TextFinding finding = Assert.Single(await FindAsync(reader, "read"));
        Assert.Equal("tesseract did not end within 1 s", finding.Problem);
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Task reading = Fake("sleep 600").FindAsync(Expecting.Paint((_, _) => (0, 0, 0, 255)), ["a"], source.Token);
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

    private static Task<TextFinding[]> FindAsync(TesseractTextReader reader, params string[] texts) =>
        FindAsync(reader, Expecting.Paint((_, _) => (0, 0, 0, 255)), texts);

    private static async Task<TextFinding[]> FindAsync(
        TesseractTextReader reader,
        Raster picture,
        params string[] texts
    ) => [.. await reader.FindAsync(picture, [.. texts], TestContext.Current.CancellationToken)];
}
