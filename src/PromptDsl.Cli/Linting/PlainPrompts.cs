using System.Collections.Immutable;
using PromptDsl.Cli.Files;
using PromptDsl.Text;

namespace PromptDsl.Cli.Linting;

/// <summary>Finds the prompts in files of plain text.</summary>
internal static class PlainPrompts
{
    private const string Markdown = ".md";

    /// <summary>What such files are called.</summary>
    private static readonly ImmutableArray<string> Extensions = [".txt", Markdown];

    private static readonly string[] FenceWords = ["", "prompt", "text"];

    /// <summary>What a run finds that reads them beside sources.</summary>
    public static SoughtFiles BesideSources { get; } = SoughtFiles.Sources with { ByPattern = Extensions };

    /// <summary>What a run finds that reads nothing else.</summary>
    public static SoughtFiles Alone { get; } = new(Extensions, []);

    /// <summary>Whether a file is called like one.</summary>
    public static bool IsOne(string path) => Extensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The prompts of a file: the fenced blocks <c>prompt</c>, <c>text</c> and without a word of a Markdown file;
    /// of any other file each line that is not blank, or the whole.
    /// </summary>
    public static IEnumerable<TextSpan> In(SourceText file, bool perLine) =>
        (
            file.Path.EndsWith(Markdown, StringComparison.OrdinalIgnoreCase) ? Fenced(file)
            : perLine ? Lines(file)
            : [new TextSpan(0, file.Length)]
        ).Where(s => !file.AsSpan(s).IsWhiteSpace());

    private static IEnumerable<TextSpan> Lines(SourceText file)
    {
        for (int i = 0; i < file.Lines.Count; i++)
        {
            yield return LineAt(file, i);
        }
    }

    private static IEnumerable<TextSpan> Fenced(SourceText file)
    {
        string? fence = null;
        bool isPrompt = false;
        int start = 0;
        for (int i = 0; i < file.Lines.Count; i++)
        {
            string line = file.ToString(LineAt(file, i)).Trim();
            if (fence is null && FenceOf(line) is { } opening)
            {
                fence = opening;
                isPrompt = FenceWords.Contains(line[opening.Length..].Trim(), StringComparer.OrdinalIgnoreCase);
                start = file.Lines.EndOf(i);
            }
            else if (fence is not null && line.StartsWith(fence, StringComparison.Ordinal) && line.Trim(fence[0]) == "")
            {
                if (isPrompt)
                {
                    yield return TextSpan.FromBounds(start, file.Lines.StartOf(i));
                }

                fence = null;
            }
        }
    }

    private static string? FenceOf(string line)
    {
        int length = line.Length == 0 || line[0] is not ('`' or '~') ? 0 : line.AsSpan().IndexOfAnyExcept(line[0]);
        length = length < 0 ? line.Length : length;
        return length >= 3 ? line[..length] : null;
    }

    private static TextSpan LineAt(SourceText file, int line)
    {
        int start = file.Lines.StartOf(line);
        int end = file.Lines.EndOf(line);
        return new TextSpan(start, file.AsSpan(TextSpan.FromBounds(start, end)).TrimEnd("\r\n").Length);
    }
}
