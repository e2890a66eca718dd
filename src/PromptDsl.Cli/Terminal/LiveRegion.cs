using System.Globalization;
using System.Text;
using PromptDsl.Text;

namespace PromptDsl.Cli.Terminal;

/// <summary>Lines at the foot of a terminal that are drawn over and over.</summary>
internal sealed class LiveRegion(IHost host)
{
    private const string ClearRestOfLine = "\e[K";
    private const string ClearBelow = "\e[J";
    private const string WrapOff = "\e[?7l";
    private const string WrapOn = "\e[?7h";
    private const string Ellipsis = "…";

    private int _height;

    /// <summary>Replaces what was drawn before; a line that is wider than the terminal is cut.</summary>
    public void Draw(IReadOnlyList<string> lines)
    {
        int width = host.TerminalSize.Width - 1;

        // Written over in place and at once: a screen that is emptied first flickers.
        // A terminal whose true width is not known must not make two lines of one, which would be counted as one.
        var text = new StringBuilder(ToTop()).Append(WrapOff);
        foreach (string line in lines)
        {
            text.Append(Cut(line, width)).Append(ClearRestOfLine).Append('\n');
        }

        Write(text.Append(ClearBelow + WrapOn).ToString());
        _height = lines.Count;
    }

    /// <summary>Writes what stays on the screen: what is drawn next comes below it.</summary>
    public void Print(string text)
    {
        Clear();
        Write(text);
    }

    /// <summary>Takes away what was drawn.</summary>
    public void Clear()
    {
        if (_height > 0)
        {
            Write(ToTop() + ClearBelow);
            _height = 0;
        }
    }

    /// <summary>The part of a line that fits, with an ellipsis where it is cut; sequences that colour take no room.</summary>
    internal static string Cut(string line, int width)
    {
        var kept = new StringBuilder(line.Length);
        int used = 0;
        bool isCut = WidthOf(line) > width;
        int room = isCut ? width - Ellipsis.Length : width;
        foreach (string part in Parts(line))
        {
            if (part[0] == '\e')
            {
                kept.Append(part);
                continue;
            }

            int before = used;
            used += DisplayWidth.Of(part);
            if (used <= room)
            {
                kept.Append(part);
            }
            else if (isCut && before <= room)
            {
                kept.Append(Ellipsis);
            }
        }

        return kept.ToString();
    }

    private static int WidthOf(string line) => Parts(line).Where(p => p[0] != '\e').Sum(p => DisplayWidth.Of(p));

    /// <summary>Each character as people see them, and each sequence that colours.</summary>
    private static IEnumerable<string> Parts(string line)
    {
        for (int i = 0, length; i < line.Length; i += length)
        {
            length = line[i] == '\e' ? line.IndexOf('m', i) + 1 - i : StringInfo.GetNextTextElementLength(line, i);
            yield return line.Substring(i, length);
        }
    }

    private string ToTop() => _height > 0 ? string.Create(CultureInfo.InvariantCulture, $"\r\e[{_height}A") : "";

    private void Write(string text)
    {
        host.Error.Write(text);
        host.Error.Flush();
    }
}
