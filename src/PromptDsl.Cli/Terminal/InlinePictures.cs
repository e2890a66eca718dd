using System.Globalization;
using System.Text;
using PromptDsl.Pictures;

namespace PromptDsl.Cli.Terminal;

/// <summary>Shows pictures among the lines of a terminal that can do so.</summary>
internal sealed class InlinePictures
{
    /// <summary>The longer side of what is sent, in pixels: sharp where it is shown, and not megabytes.</summary>
    private const int LongestSide = 512;

    /// <summary>How wide a picture is shown at most.</summary>
    private const int MostColumns = 32;

    /// <summary>The most characters of base64 that one sequence of kitty may carry.</summary>
    private const int KittyPiece = 4096;

    private readonly Func<byte[], int, string> _render;
    private readonly IHost _host;

    private InlinePictures(IHost host, Func<byte[], int, string> render)
    {
        _host = host;
        _render = render;
    }

    /// <summary>How the terminal behind standard error shows pictures; null when it does not say that it can.</summary>
    public static InlinePictures? Find(IHost host)
    {
        string? Variable(string name) => host.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

        // A multiplexer in between passes on neither of the two forms.
        string term = Variable("TERM") ?? "";
        if (
            Variable("TMUX") is not null
            || term.StartsWith("screen", StringComparison.Ordinal)
            || term.StartsWith("tmux", StringComparison.Ordinal)
        )
        {
            return null;
        }

        string program = Variable("TERM_PROGRAM") ?? Variable("LC_TERMINAL") ?? "";
        return Variable("KITTY_WINDOW_ID") is not null
            || term is "xterm-kitty" or "xterm-ghostty"
            || program == "ghostty"
                ? new InlinePictures(host, Kitty)
            : program is "iTerm.app" or "iTerm2" or "WezTerm" ? new InlinePictures(host, ITerm)
            : null;
    }

    /// <summary>What to write to show a picture on lines of its own; null when the file cannot be read as one.</summary>
    public string? Render(string path)
    {
        try
        {
            Raster picture = PictureDecoder.Decode(File.ReadAllBytes(path));
            int columns = Math.Clamp(_host.TerminalSize.Width / 2, 1, MostColumns);
            return _render(PngEncoder.Encode(Shrink(picture)), columns) + "\n";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PictureFormatException)
        {
            return null;
        }
    }

    /// <summary>See https://sw.kovidgoyal.net/kitty/graphics-protocol/ (2026-11); <c>q=2</c> keeps the terminal from answering.</summary>
    private static string Kitty(byte[] png, int columns)
    {
        string data = Convert.ToBase64String(png);
        var text = new StringBuilder();
        for (int at = 0; at < data.Length; at += KittyPiece)
        {
            int length = Math.Min(KittyPiece, data.Length - at);
            string keys = at == 0 ? string.Create(CultureInfo.InvariantCulture, $"a=T,f=100,q=2,c={columns},") : "q=2,";
            string more = at + length < data.Length ? "m=1" : "m=0";
            text.Append("\e_G").Append(keys).Append(more).Append(';').Append(data, at, length).Append("\e\\");
        }

        return text.ToString();
    }

    /// <summary>See https://iterm2.com/documentation-images.html (2026-11).</summary>
    private static string ITerm(byte[] png, int columns) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"\e]1337;File=inline=1;size={png.Length};width={columns}:{Convert.ToBase64String(png)}\a"
        );

    private static Raster Shrink(Raster picture) =>
        Math.Max(picture.Width, picture.Height) > LongestSide ? Scaling.Fit(picture, LongestSide) : picture;
}
