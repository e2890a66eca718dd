using PromptDsl.Runtime.Verification.Reading;
using Xunit;

namespace PromptDsl.Runtime.Tests.Verification;

/// <summary>The real program, with its models of English and Korean.</summary>
internal static class Tesseract
{
    private const string Promise = "PROMPTC_TESTS_HAVE_TESSERACT";
    private const string Missing =
        "No tesseract to read with. Install it with its models of English and Korean (Debian: `apt-get install tesseract-ocr tesseract-ocr-kor`).";

    /// <summary>A reader by it; where it is promised it is there or the test fails, elsewhere the test is left out.</summary>
    public static async Task<TesseractTextReader> FindAsync()
    {
        var reader = TesseractTextReader.Find(Environment.GetEnvironmentVariable("PATH"));
        TextFinding[] findings =
        [
            .. await reader.FindAsync(
                Expecting.Paint((_, _) => (255, 255, 255, 255)),
                ["a", "가"],
                TestContext.Current.CancellationToken
            ),
        ];
        bool isThere = Array.TrueForAll(findings, f => f.Problem is null);
        Assert.SkipUnless(isThere || Environment.GetEnvironmentVariable(Promise) == "1", Missing);
        Assert.True(isThere, Missing);
        return reader;
    }
}
