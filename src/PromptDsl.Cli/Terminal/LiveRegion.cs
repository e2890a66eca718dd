using PromptDsl.Text;

namespace PromptDsl.Cli.Terminal;

/// <summary>Lines at the foot of a terminal that are drawn over and over.</summary>
internal sealed class LiveRegion(IHost host)
{
    private const string UpOneLine = "\e[1A";
    private const string ClearLine = "\r\e[2K";

    private int _height;

    /// <summary>Replaces what was drawn before; a line that is wider than the terminal is cut.</summary>
    public void Draw(IReadOnlyList<string> lines)
    {
        Clear();
        foreach (string line in lines)
        {
            host.Error.WriteLine(Cut(line, host.TerminalSize.Width - 1));
        }

        host.Error.Flush();
        _height = lines.Count;
    }

    /// <summary>Takes away what was drawn.</summary>
    public void Clear()
    {
        for (; _height > 0; _height--)
        {
            host.Error.Write(UpOneLine + ClearLine);
        }

        host.Error.Flush();
    }

    /// <summary>The part of a line that fits; sequences that colour take no room and are all kept.</summary>
    internal static string Cut(string line, int width)
    {
        var kept = new System.Text.StringBuilder(line.Length);
        int used = 0;
        for (int i = 0; i < line.Length; )
        {
            if (line[i] == '\e')
            {
                int end = line.IndexOf('m', i) + 1;
                kept.Append(line, i, end - i);
                i = end;
                continue;
            }

            int length = System.Globalization.StringInfo.GetNextTextElementLength(line, i);
            int wide = DisplayWidth.Of(line.AsSpan(i, length));
            used += wide;
            if (used <= width)
            {
                kept.Append(line, i, length);
            }

            i += length;
        }

        return kept.ToString();
    }
}
