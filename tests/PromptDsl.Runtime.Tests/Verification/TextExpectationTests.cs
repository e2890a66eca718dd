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
    public async Task White_space_and_case_are_passed_over()
    {
        var reader = new FixedReader("some\nISLAND\n  ferries \n섬나루 FERRY나루");
        ImmutableArray<PictureCheck> checks = await CheckAsync("[heading, korean, both]", reader);
        Assert.Equal(
            ["“Island Ferries” can be read", "“섬 나루” can be read", "“Ferry 나루” can be read"],
            checks.Select(c => c.Message)
        );
        Assert.All(checks, c => Assert.Equal(CheckStatus.Passed, c.Status));
        Assert.Equal(["heading", "korean", "both"], checks.Select(c => c.Place.Text));
        Assert.Equal(["eng", "kor", "eng+kor"], reader.Languages);
    }

    [Fact]
    public async Task Texts_of_one_language_are_read_once()
    {
        var reader = new FixedReader("");
        await CheckAsync("[heading, heading]", reader);
        Assert.Equal(["eng"], reader.Languages);
    }

    [Fact]
    public async Task A_wrong_letter_is_found()
    {
        PictureCheck check = Assert.Single(await CheckAsync("heading", new FixedReader("Is1and\nFerries")));
        Assert.Equal(
            (CheckStatus.Failed, "expected “Island Ferries”; what can be read is “Is1and Ferries”"),
            (check.Status, check.Message)
        );
        check = Assert.Single(await CheckAsync("heading", new FixedReader(" \n")));
        Assert.Equal("expected “Island Ferries”; nothing can be read", check.Message);
    }

    [Fact]
    public async Task Without_a_reader_nothing_is_checked()
    {
        PictureCheck check = Assert.Single(await CheckAsync("heading", null));
        Assert.Equal(
            (CheckStatus.NotChecked, "not checked: no program that reads text is set up"),
            (check.Status, check.Message)
        );
    }

    [Fact]
    public async Task Where_tesseract_is_not_installed_it_is_said()
    {
        PictureCheck check = Assert.Single(await CheckAsync("heading", TesseractTextReader.Find("")));
        Assert.Equal(
            (CheckStatus.NotChecked, "not checked: tesseract, which reads text, is not installed"),
            (check.Status, check.Message)
        );
    }

    private static Task<ImmutableArray<PictureCheck>> CheckAsync(string names, ITextReader? reader) =>
        Expecting.CheckAsync($"text: {names}", Page, Texts, new VerifierOptions { TextReader = reader });

    private sealed class FixedReader(string text) : ITextReader
    {
        public List<string> Languages { get; } = [];

        public Task<TextReading> ReadAsync(
            Raster picture,
            ImmutableArray<string> languages,
            CancellationToken cancellationToken
        )
        {
            Languages.Add(string.Join('+', languages));
            return Task.FromResult(TextReading.Read(text));
        }
    }
}
