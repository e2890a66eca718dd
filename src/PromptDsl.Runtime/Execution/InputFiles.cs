using System.Collections.Concurrent;
using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Providers;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Execution;

/// <summary>The input pictures of a run; each file is read and hashed once.</summary>
internal sealed class InputFiles
{
    private readonly ConcurrentDictionary<string, Lazy<Task<(string Sha256, long Length)>>> _hashes = new(
        StringComparer.Ordinal
    );

    /// <summary>What a stage sends, with the pictures of earlier stages.</summary>
    /// <exception cref="InputException">A picture is missing or cannot be read.</exception>
    public async Task<NodeInputs> ReadAsync(RunNode node, IReadOnlyDictionary<PlanKey, NodeOutcome> earlier)
    {
        var inputs = ImmutableArray.CreateBuilder<InputFile>();
        foreach (RequestPart part in node.Request.Inputs)
        {
            inputs.Add(
                part.Source is StageInput stage
                    ? FromStage(earlier[node.Key with { Stage = stage.Stage }], part)
                    : await FromFileAsync(node, (FileInput)part.Source, part.ContentType, $"input-{part.Number}")
            );
        }

        MaskPart? mask = node.Request.Mask;
        return new NodeInputs(
            inputs.ToImmutable(),
            mask is null ? null : await FromFileAsync(node, mask.Source, mask.ContentType, "mask"),
            node.Request.PreviousResponse is { } previous
                ? ResponseOf(earlier[node.Key with { Stage = previous }])
                : null
        );
    }

    private static InputFile FromStage(NodeOutcome outcome, RequestPart part)
    {
        PictureFile picture = outcome.Selected!;
        return new InputFile(
            picture.Path,
            $"input-{part.Number}{Path.GetExtension(picture.Path)}",
            PictureTypes.ContentTypeOf(picture.Path) ?? part.ContentType ?? "",
            picture.Sha256,
            picture.Length
        );
    }

    private async Task<InputFile> FromFileAsync(RunNode node, FileInput file, string? contentType, string name)
    {
        string path = Path.GetFullPath(Path.Combine(node.Source.Root, file.Path));
        if (contentType is null)
        {
            throw new InputException($"`{file.Path}` is not PNG, JPEG or WebP");
        }

        try
        {
            (string sha256, long length) = await _hashes.GetOrAdd(path, p => new(() => HashAsync(p))).Value;
            return new InputFile(path, name + Path.GetExtension(path), contentType, sha256, length);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"`{file.Path}` does not exist", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"`{file.Path}` cannot be read", e);
        }
    }

    private static string ResponseOf(NodeOutcome outcome) =>
        outcome.ResponseId
        ?? throw new InputException(
            $"the response of {outcome.Result.Node} has no id, so that the conversation cannot go on from it"
        );

    private static async Task<(string Sha256, long Length)> HashAsync(string path) =>
        (await DurableFile.HashAsync(path, CancellationToken.None), new FileInfo(path).Length);
}
