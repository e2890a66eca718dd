using System.Collections.Immutable;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Verification;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Runtime.Tests.Verification;

/// <summary>Compiles what is expected and checks it on a file that is gone afterwards.</summary>
internal static class Expecting
{
    /// <summary>The checks of a file with a subject, what is given, and one <c>expect</c>.</summary>
    public static async Task<ImmutableArray<PictureCheck>> CheckAsync(
        string expect,
        byte[] file,
        string given = "",
        VerifierOptions? options = null,
        CancellationToken? cancellationToken = null
    )
    {
        Stage stage = StageOf($"subject: \"a crane\"\n{given}\nexpect {{ {expect} }}\n");
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
            return await PictureVerifier.VerifyAsync(
                stage,
                path,
                options ?? new VerifierOptions(),
                cancellationToken ?? TestContext.Current.CancellationToken
            );
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The only check.</summary>
    public static async Task<PictureCheck> CheckOneAsync(string expect, byte[] file, string given = "") =>
        Assert.Single(await CheckAsync(expect, file, given));

    /// <summary>The only stage of a text.</summary>
    public static Stage StageOf(string text)
    {
        CompilationResult result = new PromptCompiler().Compile(SourceText.FromString(text));
        Assert.Empty(result.Diagnostics);
        return Assert.Single(Assert.Single(result.Builds).Model.Stages);
    }

    /// <summary>A PNG whose pixels a function chooses.</summary>
    public static byte[] Png(Func<int, int, (int R, int G, int B, int A)> pixel, int width = 64, int height = 64) =>
        PngEncoder.Encode(Paint(pixel, width, height));

    public static Raster Paint(Func<int, int, (int R, int G, int B, int A)> pixel, int width = 64, int height = 64)
    {
        var raster = new Raster(width, height);
        for (int i = 0; i < width * height; i++)
        {
            (int r, int g, int b, int a) = pixel(i % width, i / width);
            ReadOnlySpan<byte> bytes = [(byte)r, (byte)g, (byte)b, (byte)a];
            bytes.CopyTo(raster.Pixels.AsSpan(i * Raster.BytesPerPixel));
        }

        return raster;
    }
}
