using System.Collections.Immutable;
using PromptDsl.Runtime.Verification.Reading;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Verification.Expectations;

/// <summary>Whether the texts of the stage can be read in the picture.</summary>
internal static class TextExpectation
{
    public const string Key = "text";

    public static async Task<IEnumerable<PictureCheck>> CheckAsync(
        Field field,
        Stage stage,
        CheckedFile file,
        ITextReader? reader,
        CancellationToken cancellationToken
    )
    {
        if (reader is null)
        {
            return [field.NotChecked("no program that reads text is set up")];
        }

        if (file.Raster is not { } raster)
        {
            return [field.WithoutPixels(file)];
        }

        NameValue[] names = [.. stage.Expect.Items(Key).OfType<NameValue>()];
        string?[] texts = [.. names.Select(n => TextOf(n, stage))];
        ImmutableArray<TextFinding> findings = await reader.FindAsync(
            raster,
            [.. texts.OfType<string>()],
            cancellationToken
        );
        var found = new Queue<TextFinding>(findings);
        return
        [
            .. names
                .Zip(texts)
                .Select(n =>
                    n.Second is { } text
                        ? Result(n.First, text, found.Dequeue())
                        : Result(n.First, CheckStatus.NotChecked, $"“{n.First.Name}” is no text of the stage")
                ),
        ];
    }

    private static string? TextOf(NameValue name, Stage stage) =>
        stage.Visible.GetValueOrDefault(name.Name) is TextThing { Literal.Plain: var text } ? text : null;

    private static PictureCheck Result(NameValue name, string text, TextFinding finding) =>
        finding switch
        {
            { Problem: { } problem } => Result(name, CheckStatus.NotChecked, problem),
            { IsFound: true } => Result(name, CheckStatus.Passed, $"“{text}” can be read"),
            { Nearest: { } nearest } => Result(
                name,
                CheckStatus.Failed,
                $"expected “{text}”, but the nearest that can be read is “{nearest}”"
            ),
            _ => Result(name, CheckStatus.Failed, $"expected “{text}”, but nothing like it can be read"),
        };

    private static PictureCheck Result(NameValue name, CheckStatus status, string message) =>
        new(Key, status, message, name.Place);
}
