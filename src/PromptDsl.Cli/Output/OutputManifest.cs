using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using PromptDsl.Text;

namespace PromptDsl.Cli.Output;

/// <summary>What promptc wrote into a folder, so that it never touches what others put there.</summary>
internal sealed class OutputManifest
{
    public const string FileName = "manifest.json";

    private OutputManifest(ImmutableSortedDictionary<string, string> hashes)
    {
        Hashes = hashes;
    }

    public static OutputManifest Empty { get; } =
        new(ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>The SHA-256 of each file by its path in the folder; the manifest itself is not among them.</summary>
    public ImmutableSortedDictionary<string, string> Hashes { get; }

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The manifest of files that are about to be written.</summary>
    public static OutputFile Create(string source, IEnumerable<OutputFile> files) =>
        new(
            FileName,
            JsonText
                .Bytes(json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("schema", JsonOutput.Schema);
                    json.WriteString("source", source);
                    json.WriteStartObject("files");
                    foreach (OutputFile file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
                    {
                        json.WriteString(file.Path, HashOf(file.Content.Span));
                    }

                    json.WriteEndObject();
                    json.WriteEndObject();
                })
                .ToArray()
        );

    /// <summary>Reads the manifest of a folder; one that is missing or broken claims nothing.</summary>
    public static OutputManifest Read(string folder)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
            return new OutputManifest(
                Empty.Hashes.AddRange(
                    document
                        .RootElement.GetProperty("files")
                        .EnumerateObject()
                        .Select(p => KeyValuePair.Create(p.Name, p.Value.GetString() ?? ""))
                )
            );
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or ArgumentException
            )
        {
            return Empty;
        }
    }

    /// <summary>The paths of all files that promptc wrote, the manifest too.</summary>
    public IEnumerable<string> Owned => Hashes.Keys.Append(FileName);

    /// <summary>Whether promptc wrote the file at a path, whatever became of it since.</summary>
    public bool Owns(string path) => path == FileName || Hashes.ContainsKey(path);

    /// <summary>Whether a file is as promptc wrote it; the manifest itself is nobody's to edit.</summary>
    public bool IsUnchanged(string path, string file) =>
        path == FileName || HashOf(File.ReadAllBytes(file)) == Hashes.GetValueOrDefault(path);
}
