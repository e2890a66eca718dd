using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Artifacts;

/// <summary>The files of the output folder: where each picture goes, and what an earlier run left.</summary>
internal sealed class OutputFiles
{
    private readonly OutputPattern _pattern;

    /// <summary>Says where the pictures of a run go.</summary>
    /// <exception cref="RunException">The pattern is wrong, or two pictures would have one name.</exception>
    public OutputFiles(RunOptions options, string runId, ImmutableArray<RunNode> nodes)
    {
        _pattern = new OutputPattern(options.OutputPattern, runId);
        Folder = Path.GetFullPath(options.OutputFolder);
        RefuseClashes(nodes);
    }

    public string Folder { get; }

    /// <summary>The path of a picture below the output folder, with <c>/</c>.</summary>
    public string PathOf(RunNode node, int variant, string? extension = null) =>
        _pattern.PathOf(
            node.Key,
            variant,
            node.Variants,
            extension ?? PictureTypes.ExtensionOf(node.Request.FindText("output_format"))
        );

    public string Absolute(string path) => Path.Combine(Folder, path);

    /// <summary>The picture that an earlier run left, with its record; null when there is none or it was changed.</summary>
    public async Task<(PictureFile Picture, ArtifactRecord Record)?> FindAsync(RunNode node, int variant)
    {
        string path = Absolute(PathOf(node, variant));
        return File.Exists(path) && await ArtifactRecord.ReadAsync(path) is { } record && await record.IsOfAsync(path)
            ? (new PictureFile(path, record.Sha256, record.Length), record)
            : null;
    }

    // Also where a file system ignores case.
    private void RefuseClashes(ImmutableArray<RunNode> nodes)
    {
        var writers = new Dictionary<string, PlanKey>(StringComparer.OrdinalIgnoreCase);
        foreach (RunNode node in nodes)
        {
            for (int variant = 1; variant <= node.Variants; variant++)
            {
                string path = PathOf(node, variant);
                if (!writers.TryAdd(path, node.Key))
                {
                    throw new RunException(
                        writers[path] == node.Key
                            ? $"the variants of {node.Key} would all be written to `{path}`"
                            : $"{writers[path]} and {node.Key} would both be written to `{path}`"
                    )
                    {
                        Help = "Give one of them another name, or choose an output pattern in which they differ.",
                    };
                }
            }
        }
    }
}
