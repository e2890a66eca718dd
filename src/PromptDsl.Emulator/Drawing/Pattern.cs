using System.Security.Cryptography;
using System.Text;

namespace PromptDsl.Emulator.Drawing;

/// <summary>A board of squares in colours that follow from a text: cheap, and different for different texts.</summary>
internal sealed class Pattern
{
    /// <summary>How many squares lie side by side.</summary>
    public const int Squares = 8;

    /// <summary>How many colours there are.</summary>
    public const int Colors = 4;

    private readonly byte[] _hash;

    public Pattern(string text)
    {
        _hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }

    public (byte Red, byte Green, byte Blue) ColorOf(int index) =>
        (_hash[index * 3], _hash[index * 3 + 1], _hash[index * 3 + 2]);

    /// <summary>The colour at a place, as an index; the first colour is the background.</summary>
    public static int IndexAt(int x, int y, int width, int height)
    {
        int column = (int)((long)x * Squares / width);
        int row = (int)((long)y * Squares / height);
        bool isBorder = column is 0 or Squares - 1 || row is 0 or Squares - 1;
        return isBorder ? 0 : 1 + (column + row) % (Colors - 1);
    }
}
