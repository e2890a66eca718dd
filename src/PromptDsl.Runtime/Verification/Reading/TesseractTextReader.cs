using System.Collections.Immutable;
using PromptDsl.Pictures;

namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>Reads lettering by the program <c>tesseract</c>, where it is installed.</summary>
/// <param name="program">The path of the program; null when there is none.</param>
public sealed class TesseractTextReader(string? program) : ITextReader
{
    private string[]? _installed;

    /// <summary>How long reading a picture may take; large pictures with much text take some seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A reader by the program that is found first.</summary>
    /// <param name="searchPath">Folders as the variable <c>PATH</c> has them.</param>
    public static TesseractTextReader Find(string? searchPath)
    {
        string name = OperatingSystem.IsWindows() ? "tesseract.exe" : "tesseract";
        IEnumerable<string> paths = (searchPath ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name));
        return new TesseractTextReader(paths.FirstOrDefault(File.Exists));
    }

    /// <inheritdoc/>
    public async Task<TextReading> ReadAsync(
        Raster picture,
        ImmutableArray<string> languages,
        CancellationToken cancellationToken
    )
    {
        if (program is null)
        {
            return TextReading.NotPossible("tesseract, which reads text, is not installed");
        }

        try
        {
            _installed ??= await ListLanguagesAsync(program, cancellationToken);
            string[] missing = [.. languages.Except(_installed)];
            if (missing.Length > 0)
            {
                return TextReading.NotPossible(
                    $"tesseract lacks the language {string.Join(" and ", missing)}; install its language pack"
                );
            }

            // Lettering beside transparent pixels would otherwise stand on whatever colour they hide.
            byte[] png = PngEncoder.Encode(picture.OnWhite());

            // Mode 11 looks for text anywhere, as posters have it, and not for the columns of a page.
            string[] arguments = ["stdin", "stdout", "-l", string.Join('+', languages), "--psm", "11"];
            return TextReading.Read(await RunAsync(program, arguments, png, cancellationToken));
        }
        catch (TextProgramException e)
        {
            return TextReading.NotPossible(e.Message);
        }
    }

    private async Task<string[]> ListLanguagesAsync(string path, CancellationToken cancellationToken)
    {
        // A headline, then a language on each line.
        string list = await RunAsync(path, ["--list-langs"], [], cancellationToken);
        return [.. list.Split('\n').Skip(1).Select(l => l.Trim()).Where(l => l.Length > 0)];
    }

    private async Task<string> RunAsync(
        string path,
        IEnumerable<string> arguments,
        byte[] input,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            return await TextProgram.RunAsync(path, arguments, input, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TextProgramException($"tesseract did not end within {Timeout.TotalSeconds:F0} s");
        }
    }
}
