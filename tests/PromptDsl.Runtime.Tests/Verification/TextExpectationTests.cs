using System.Collections.Immutable;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Verification;
using PromptDsl.Runtime.Verification.Reading;
using Xunit;

namespace PromptDsl.Runtime.Tests.Verification;

public class TextExpectationTests
{
    private const string Texts = """
        details {
          text heading "Island Ferries"
          text korean "섬 나루"
          text both "Ferry 나루"
        }
        """;

    private static readonly byte[] Page = Expecting.Png((_, _) => (255, 255, 255, 255));

    [Fact]
    public async Task Each_text_is_looked_for()
    {
        var reader = new FixedReader(
            TextFinding.Found,
            TextFinding.NotFound("섬 나룻"),
            TextFinding.NotFound(null),
            TextFinding.NotPossible("tesseract lacks the model `kor`; install it")
        );
        ImmutableArray<PictureCheck> checks = await CheckAsync("[heading, korean, both, heading]", reader);
        Assert.Equal(["Island Ferries", "섬 나루", "Ferry 나루", "Island Ferries"], reader.Texts);
        Assert.Equal(
            [
                (CheckStatus.Passed, "“Island Ferries” can be read"),
                (CheckStatus.Failed, "expected “섬 나루”, but the nearest that can be read is “섬 나룻”"),
                (CheckStatus.Failed, "expected “Ferry 나루”, but nothing like it can be read"),
                (CheckStatus.NotChecked, "tesseract lacks the model `kor`; install it"),
            ],
            checks.Select(c => (c.Status, c.Message))
        );
        Assert.Equal(["heading", "korean", "both", "heading"], checks.Select(c => c.Place.Text));
    }

    [Fact]
    public async Task Without_a_reader_nothing_is_checked()
    {
        PictureCheck check = Assert.Single(await CheckAsync("heading", null));
        Assert.Equal((CheckStatus.NotChecked, "no program that reads text is set up"), (check.Status, check.Message));
    }

    [Fact]
    public async Task Where_tesseract_is_not_installed_it_is_said()
    {
        PictureCheck check = Assert.Single(await CheckAsync("heading", TesseractTextReader.Find("")));
        Assert.Equal(
            (CheckStatus.NotChecked, "tesseract, which reads text, is not installed"),
            (check.Status, check.Message)
        );
    }

    private static Task<ImmutableArray<PictureCheck>> CheckAsync(string names, ITextReader? reader) =>
        Expecting.CheckAsync($"text: {names}", Page, Texts, new VerifierOptions { TextReader = reader });

    private sealed class FixedReader(params TextFinding[] findings) : ITextReader
    {
        public ImmutableArray<string> Texts { get; private set; }

        public Task<ImmutableArray<TextFinding>> FindAsync(
            Raster picture,
            ImmutableArray<string> texts,
            CancellationToken cancellationToken
        )
        {
            Texts = texts;
            return Task.FromResult<ImmutableArray<TextFinding>>([.. findings]);
        }
    }
}
