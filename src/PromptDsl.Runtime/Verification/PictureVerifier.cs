using System.Collections.Immutable;
using PromptDsl.Runtime.Verification.Expectations;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Verification;

/// <summary>Checks what a stage expects on the bytes of the picture that came back.</summary>
public static class PictureVerifier
{
    /// <summary>Checks every expectation of a stage, in the order of the schema.</summary>
    /// <returns>
    /// One check for each key, and for each colour and each text of those that have several. A key that
    /// says <c>false</c> expects nothing, except <c>alpha</c>, which then expects an opaque picture.
    /// </returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static async Task<ImmutableArray<PictureCheck>> VerifyAsync(
        Stage stage,
        string path,
        VerifierOptions options,
        CancellationToken cancellationToken
    )
    {
        if (stage.Expect.Count == 0)
        {
            return [];
        }

        var file = new CheckedFile(await File.ReadAllBytesAsync(path, cancellationToken));
        var checks = ImmutableArray.CreateBuilder<PictureCheck>();
        foreach (Field field in stage.Expect)
        {
            cancellationToken.ThrowIfCancellationRequested();
            checks.AddRange(
                field.Key == TextExpectation.Key
                    ? await TextExpectation.CheckAsync(field, stage, file, options.TextReader, cancellationToken)
                    : Check(field, stage, file)
            );
        }

        return checks.DrainToImmutable();
    }

    private static IEnumerable<PictureCheck> Check(Field field, Stage stage, CheckedFile file)
    {
        bool isOff = field.Value is BooleanValue { Value: false };
        return field.Key switch
        {
            FormatExpectation.Key => [FormatExpectation.Check(field, file)],
            SizeExpectation.Key => [SizeExpectation.Check(field, file)],
            AlphaExpectation.Key => [AlphaExpectation.Check(field, file)],
            ProvenanceExpectation.Key => [ProvenanceExpectation.Check(field, file)],
            _ when isOff => [],
            PaletteExpectation.Key => PaletteExpectation.Check(field, stage, file),
            BrightnessExpectation.Key => [BrightnessExpectation.Check(field, file)],
            ColorCastExpectation.Key => [ColorCastExpectation.Check(field, stage, file)],
            _ => throw new ArgumentException($"No check is known for the expectation '{field.Key}'.", nameof(field)),
        };
    }
}
