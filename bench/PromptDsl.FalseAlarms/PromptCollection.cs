using System.Collections.Immutable;
using System.Text.Json;

namespace PromptDsl.FalseAlarms;

/// <summary>Prompts of other people, out of one file.</summary>
internal sealed record PromptCollection(string Name, ImmutableArray<string> Prompts)
{
    /// <summary>
    /// The collections of a folder, by name: <c>.txt</c> has a prompt a line, <c>.tsv</c> one in the first column of each
    /// line but the first, <c>.jsonl</c> one in the property <c>prompt</c> of each line.
    /// </summary>
    public static ImmutableArray<PromptCollection> ReadFolder(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder)
                .Order(StringComparer.Ordinal)
                .Select(file => new PromptCollection(Path.GetFileName(file), Read(file)))
                .Where(c => !c.Prompts.IsEmpty),
        ];

    private static ImmutableArray<string> Read(string file)
    {
        IEnumerable<string> prompts = Path.GetExtension(file) switch
        {
            ".txt" => File.ReadLines(file),
            ".tsv" => File.ReadLines(file).Skip(1).Select(line => line.Split('\t')[0]),
            ".jsonl" => File.ReadLines(file).Select(ReadProperty),
            _ => [],
        };
        return [.. prompts.Select(p => p.Trim()).Where(p => p.Length > 0)];
    }

    private static string ReadProperty(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("prompt").GetString() ?? "";
    }
}
