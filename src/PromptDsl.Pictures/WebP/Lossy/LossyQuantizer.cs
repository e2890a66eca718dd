using System.Collections.Immutable;

namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>What coefficients are multiplied by, RFC 6386 9.6 and 14.1.</summary>
/// <param name="Luma">Of brightness: the first coefficient, the others.</param>
/// <param name="LumaDc">Of the block of first coefficients of brightness.</param>
/// <param name="Chroma">Of colour.</param>
internal sealed record LossyQuantizer((int Dc, int Ac) Luma, (int Dc, int Ac) LumaDc, (int Dc, int Ac) Chroma)
{
    private const int MaxIndex = 127;
    private const int MaxChromaDcIndex = 117;

    /// <summary>Reads those of the frame and makes those of its segments.</summary>
    public static ImmutableArray<LossyQuantizer> ReadAll(ref LossyBoolReader reader, LossySegments segments)
    {
        int frame = reader.ReadNumber(7);
        int lumaDc = reader.ReadOptionalSigned(4);
        int secondDc = reader.ReadOptionalSigned(4);
        int secondAc = reader.ReadOptionalSigned(4);
        int chromaDc = reader.ReadOptionalSigned(4);
        int chromaAc = reader.ReadOptionalSigned(4);
        var quantizers = ImmutableArray.CreateBuilder<LossyQuantizer>(LossyHeader.Segments);
        for (int segment = 0; segment < LossyHeader.Segments; segment++)
        {
            int index = segments.Quantizer(segment, frame);
            quantizers.Add(
                new LossyQuantizer(
                    (Dc(index + lumaDc), Ac(index)),
                    (Dc(index + secondDc) * 2, Math.Max(8, Ac(index + secondAc) * 155 / 100)),
                    (Dc(Math.Min(index + chromaDc, MaxChromaDcIndex)), Ac(index + chromaAc))
                )
            );
        }

        return quantizers.MoveToImmutable();
    }

    private static int Dc(int index) => LossyQuantizerTables.Dc[Math.Clamp(index, 0, MaxIndex)];

    private static int Ac(int index) => LossyQuantizerTables.Ac[Math.Clamp(index, 0, MaxIndex)];
}
