using PromptDsl.Pictures.WebP.Lossless;
using Xunit;

namespace PromptDsl.Pictures.Tests.WebP;

public class LosslessHuffmanTests
{
    // Fibonacci numbers make the longest codes that there can be.
    [Theory]
    [InlineData(5, 15, 4)]
    [InlineData(30, 15, 15)]
    [InlineData(19, 7, 7)]
    public void Codes_are_complete_and_no_longer_than_allowed(int symbols, int allowed, int longest)
    {
        int[] counts = new int[symbols + 1];
        (int a, int b) = (1, 1);
        for (int i = 0; i < symbols; i++)
        {
            counts[i] = a;
            (a, b) = (b, a + b);
        }

        byte[] lengths = LosslessHuffman.Lengths(counts, allowed);
        Assert.Equal(0, lengths[symbols]);
        Assert.InRange(lengths.Max(), 1, longest);
        Assert.Equal(1, lengths.Where(l => l > 0).Sum(l => Math.Pow(2, -l)));
        Assert.True(lengths[0] >= lengths[symbols - 1]);
    }

    [Fact]
    public void One_symbol_alone()
    {
        Assert.Equal([0, 1, 0], LosslessHuffman.Lengths([0, 7, 0], 15));
        Assert.Equal([0, 0], LosslessHuffman.Lengths([0, 0], 15));
    }
}
