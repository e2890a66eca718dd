namespace PromptDsl.Pictures.WebP.Lossless;

/// <summary>Pixels as one number each: alpha, red, green, blue from the high byte down.</summary>
internal sealed record LosslessImage(int Width, int Height, uint[] Pixels)
{
    public static byte Alpha(uint pixel) => (byte)(pixel >> 24);

    public static byte Red(uint pixel) => (byte)(pixel >> 16);

    public static byte Green(uint pixel) => (byte)(pixel >> 8);

    public static byte Blue(uint pixel) => (byte)pixel;

    public static uint Pack(int alpha, int red, int green, int blue) =>
        ((uint)(byte)alpha << 24) | ((uint)(byte)red << 16) | ((uint)(byte)green << 8) | (byte)blue;

    /// <summary>The sum of two pixels, channel by channel, each without carry.</summary>
    public static uint Add(uint a, uint b) =>
        (((a & 0xFF00FF00) + (b & 0xFF00FF00)) & 0xFF00FF00) | (((a & 0x00FF00FF) + (b & 0x00FF00FF)) & 0x00FF00FF);

    /// <summary>The difference of two pixels, channel by channel, each without borrow.</summary>
    public static uint Subtract(uint a, uint b) =>
        Pack(Alpha(a) - Alpha(b), Red(a) - Red(b), Green(a) - Green(b), Blue(a) - Blue(b));
}
