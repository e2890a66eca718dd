using System.Collections.Immutable;
using PromptDsl.Pictures;

namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>Reads lettering by the program <c>tesseract</c>, version 4 or 5, where it is installed.</summary>
/// <param name="program">The path of the program; null when there is none.</param>
public sealed class TesseractTextReader(string? program) : ITextReader
{
    private ImmutableHashSet<string>? _installed;

    /// <summary>How long looking for the texts of a picture may take; with several large texts it takes some seconds.</summary>
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
    public async Task<ImmutableArray<TextFinding>> FindAsync(
        Raster picture,
        ImmutableArray<string> texts,
        CancellationToken cancellationToken
    )
    {
        SoughtText[] sought = [.. texts.Select(t => new SoughtText(t))];
        string? problem = program is null
            ? "tesseract, which reads text, is not installed"
            : await TryReadAsync(program, picture, sought, cancellationToken);
        if (problem is not null)
        {
            Array.ForEach(sought, s => s.GiveUp(problem));
        }

        return [.. sought.Select(s => s.Finding)];
    }

    // Why it was not possible, or null.
    private async Task<string?> TryReadAsync(
        string program,
        Raster picture,
        SoughtText[] sought,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            ImmutableHashSet<string> installed = _installed ??= await ListModelsAsync(program, limit.Token);
            Array.ForEach(sought, s => s.ChooseModels(installed));
            await ReadAsync(program, picture, sought, limit.Token);
            return null;
        }
        catch (TextProgramException e)
        {
            return e.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"tesseract did not end within {Timeout.TotalSeconds:F0} s";
        }
    }

    // Further ways are tried for what no way before has found.
    private static async Task ReadAsync(
        string program,
        Raster picture,
        SoughtText[] sought,
        CancellationToken cancellationToken
    )
    {
        // Lettering beside transparent pixels would otherwise stand on whatever colour they hide.
        Raster opaque = picture.OnWhite();
        foreach (TesseractReading way in TesseractReading.For(picture))
        {
            SoughtText[] open = Array.FindAll(sought, s => s.IsOpen);
            if (open.Length == 0)
            {
                return;
            }

            string[] models = [.. open.SelectMany(s => s.Models).Distinct().Order(StringComparer.Ordinal)];
            byte[] png = way.Prepare(opaque);
            var read = new ReadText(await TextProgram.RunAsync(program, way.Arguments(models), png, cancellationToken));
            Array.ForEach(open, s => s.LookIn(read));
        }
    }

    private static async Task<ImmutableHashSet<string>> ListModelsAsync(
        string program,
        CancellationToken cancellationToken
    )
    {
        // A headline, then a model on each line.
        string list = await TextProgram.RunAsync(program, ["--list-langs"], [], cancellationToken);
        return [.. list.Split('\n').Skip(1).Select(l => l.Trim().Replace('\\', '/')).Where(l => l.Length > 0)];
    }
}
