using System.Collections.Immutable;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using PromptDsl.Runtime.Tests.Sketch.Infrastructure;
using PromptDsl.Runtime.Verification;
using PromptDsl.Runtime.Verification.Reading;
using Xunit;

namespace PromptDsl.Runtime.Tests.Verification;

/// <summary>Lettering in pictures that the real tesseract reads; Lettering/README.md says how they were made.</summary>
public class LetteringTests
{
    private const string Texts = """
        details {
          text heading "Island Ferries" { at: top }
          text korean "고요한 아침" { at: center }
          text small "Departs daily, pier 4" { at: bottom }
        }
        """;

    [Fact]
    public async Task Sizes_scripts_and_lines() =>
        await AssertFoundAsync(
            "page",
            "Island Ferries",
            "섬 나루 여객선",
            "Departs daily at 9:30, pier 4",
            "첫날의 빵 매일 아침 일곱 시"
        );

    [Fact]
    public async Task Light_and_dark_on_several_grounds() =>
        await AssertFoundAsync("grounds", "Island Ferries", "섬 나루 여객선", "Departs daily at 9:30");

    [Fact]
    public async Task What_is_misspelt_is_not_found()
    {
        ImmutableArray<TextFinding> findings = await FindAsync(
            Read("misspelt"),
            "Island Ferries",
            "섬 나루 여객선",
            "Departs daily at 9:30"
        );
        Assert.All(findings, f => Assert.False(f.IsFound));
        Assert.Equal("Island Feries", findings[0].Nearest);
        Assert.NotNull(findings[1].Nearest);
        Assert.Equal("Departs dialy at 9:30", findings[2].Nearest);
    }

    [Fact]
    public async Task Where_nothing_is_written_nothing_is_found() =>
        Assert.Equal(
            [TextFinding.NotFound(null)],
            await FindAsync(Expecting.Paint((_, _) => (40, 80, 60, 255), 300, 200), "Island Ferries")
        );

    [Fact]
    public async Task Letters_on_transparent_ground()
    {
        Raster page = Read("page");
        for (int i = 0; i < page.Pixels.Length; i += Raster.BytesPerPixel)
        {
            bool isGround = page.Pixels[i] > 200;
            page.Pixels.AsSpan(i, 3).Fill((byte)(isGround ? 0 : 20));
            page.Pixels[i + 3] = (byte)(isGround ? 0 : 255);
        }

        Assert.Equal([TextFinding.Found], await FindAsync(page, "Island Ferries"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("style { palette { background: #1B2A49, primary: #F2E8CF } }")]
    public async Task A_sketch_has_the_lettering_that_is_declared(string style)
    {
        ImmutableArray<PictureCheck> checks = await Expecting.CheckAsync(
            "text: [heading, korean, small]",
            PngEncoder.Encode(Sketches.Draw($"subject: \"a poster\"\n{style}\n{Texts}", 1024, 1024)),
            Texts,
            new VerifierOptions { TextReader = await Tesseract.FindAsync() }
        );
        Assert.Equal(
            ["“Island Ferries” can be read", "“고요한 아침” can be read", "“Departs daily, pier 4” can be read"],
            checks.Select(c => c.Message)
        );
    }

    private static async Task AssertFoundAsync(string picture, params string[] texts)
    {
        ImmutableArray<TextFinding> findings = await FindAsync(Read(picture), texts);
        Assert.All(texts.Zip(findings), t => Assert.True(t.Second.IsFound, $"{t.First}: {t.Second}"));
    }

    private static async Task<ImmutableArray<TextFinding>> FindAsync(Raster picture, params string[] texts)
    {
        TesseractTextReader reader = await Tesseract.FindAsync();
        return await reader.FindAsync(picture, [.. texts], TestContext.Current.CancellationToken);
    }

    private static Raster Read(string name) =>
        PictureDecoder.Decode(
            File.ReadAllBytes(
                RepositoryRoot.PathOf($"tests/PromptDsl.Runtime.Tests/Verification/Lettering/{name}.webp")
            )
        );
}
