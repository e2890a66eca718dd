namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>The samples of a channel, with what stands for samples beyond the left and upper edge, RFC 6386 12.2.</summary>
internal sealed class LossyPlane
{
    private const byte Above = 127;
    private const byte Left = 129;

    // To the right of the upper edge four more are asked for.
    private const int Margin = 4;

    private readonly byte[] _samples;
    private readonly int _stride;

    /// <summary>A channel without content.</summary>
    /// <param name="width">In samples, without the edge.</param>
    /// <param name="height">In samples, without the edge.</param>
    public LossyPlane(int width, int height)
    {
        _stride = width + 1 + Margin;
        _samples = new byte[_stride * (height + 1)];
        _samples.AsSpan(0, _stride).Fill(Above);
        for (int y = 0; y < height; y++)
        {
            _samples[(y + 1) * _stride] = Left;
        }
    }

    /// <summary>A sample; -1 is beyond the left or upper edge.</summary>
    public byte this[int x, int y] => _samples[Index(x, y)];

    /// <summary>All samples, for steps of <see cref="Stride"/> from an <see cref="Index"/>.</summary>
    public Span<byte> Samples => _samples;

    public int Stride => _stride;

    public int Index(int x, int y) => ((y + 1) * _stride) + x + 1;

    public Span<byte> Row(int x, int y, int count) => _samples.AsSpan(Index(x, y), count);
}
