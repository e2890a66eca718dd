using System.Text.RegularExpressions;
using PromptDsl.Cli.Terminal;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Pictures;
using Xunit;

namespace PromptDsl.Cli.Tests.Terminal;

public sealed partial class InlinePicturesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("promptc-tests-");

    [Theory]
    [InlineData("TERM=xterm-256color", false)]
    [InlineData("TERM=xterm-kitty", true)]
    [InlineData("TERM=xterm-256color KITTY_WINDOW_ID=1", true)]
    [InlineData("TERM_PROGRAM=ghostty", true)]
    [InlineData("TERM_PROGRAM=iTerm.app", true)]
    [InlineData("LC_TERMINAL=iTerm2", true)]
    [InlineData("TERM_PROGRAM=WezTerm", true)]
    [InlineData("TERM_PROGRAM=Apple_Terminal", false)]
    [InlineData("TERM=screen-256color KITTY_WINDOW_ID=1", false)]
    [InlineData("TERM=xterm-kitty TMUX=/tmp/tmux-0/default,1,0", false)]
    [InlineData("KITTY_WINDOW_ID=", false)]
    public void A_terminal_has_to_say_that_it_shows_pictures(string environment, bool shows) =>
        Assert.Equal(shows, InlinePictures.Find(HostOf(environment)) is not null);

    [Fact]
    public void Kitty_gets_a_small_png_in_pieces_and_does_not_answer()
    {
        string text = Render("TERM=xterm-kitty", Noise(2000, 1000));

        Match[] pieces = KittyPiece().Matches(text).ToArray();
        Assert.Equal(text, string.Concat(pieces.Select(p => p.Value)) + "\n");
        Assert.Equal("a=T,f=100,q=2,c=32,m=1", pieces[0].Groups["keys"].Value);
        Assert.All(pieces[1..^1], p => Assert.Equal("q=2,m=1", p.Groups["keys"].Value));
        Assert.Equal("q=2,m=0", pieces[^1].Groups["keys"].Value);
        Assert.All(pieces, p => Assert.InRange(p.Groups["data"].Length, 1, 4096));
        Raster shown = PictureDecoder.Decode(
            Convert.FromBase64String(string.Concat(pieces.Select(p => p.Groups["data"].Value)))
        );
        Assert.Equal((512, 256), (shown.Width, shown.Height));
    }

    [Fact]
    public void ITerm_gets_it_in_one_piece_as_wide_as_half_the_window()
    {
        string text = Render("TERM_PROGRAM=iTerm.app", new Raster(8, 4), width: 40);

        Match match = ITermPicture().Match(text);
        byte[] png = Convert.FromBase64String(match.Groups["data"].Value);
        Assert.Equal($"inline=1;size={png.Length};width=20", match.Groups["keys"].Value);
        Assert.Equal(8, PictureDecoder.Decode(png).Width);
    }

    [Fact]
    public void What_is_no_picture_is_not_shown()
    {
        string path = Path.Combine(_folder.FullName, "preview.svg");
        File.WriteAllText(path, "<svg/>");

        Assert.Null(InlinePictures.Find(HostOf("TERM=xterm-kitty"))!.Render(path));
        Assert.Null(InlinePictures.Find(HostOf("TERM=xterm-kitty"))!.Render(path + ".gone"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Render(string environment, Raster picture, int width = 80)
    {
        string path = Path.Combine(_folder.FullName, "preview.png");
        File.WriteAllBytes(path, PngEncoder.Encode(picture));
        FakeHost host = HostOf(environment);
        host.TerminalSize = (width, 24);
        return InlinePictures.Find(host)!.Render(path)!;
    }

    private FakeHost HostOf(string environment)
    {
        var host = new FakeHost(_folder.FullName);
        foreach (string[] variable in environment.Split(' ').Select(v => v.Split('=', 2)))
        {
            host.Environment[variable[0]] = variable[1];
        }

        return host;
    }

    private static Raster Noise(int width, int height)
    {
        var raster = new Raster(width, height);
        new Random(1).NextBytes(raster.Pixels);
        return raster;
    }

    [GeneratedRegex("\e_G(?<keys>[^;]*);(?<data>[^\e]*)\e\\\\", RegexOptions.None, 5000)]
    private static partial Regex KittyPiece();

    [GeneratedRegex("^\e]1337;File=(?<keys>[^:]*):(?<data>[^\a]*)\a\n$", RegexOptions.None, 5000)]
    private static partial Regex ITermPicture();
}
