using System.Collections.Immutable;
using System.Text.Json;
using PromptDsl.Assets;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Runtime.Artifacts;

/// <summary>Puts pictures into the output folder, and beside each how it came about.</summary>
internal sealed class ArtifactWriter(RunContext run, OutputFiles output)
{
    public async Task<Artifact> WriteAsync(
        Sending sending,
        SendingOutcome outcome,
        PictureFile picture,
        int variant,
        ImmutableArray<CheckResult> checks
    )
    {
        RunNode node = sending.Node;
        string path = output.PathOf(node, variant, ExtensionOf(picture));
        string target = output.Absolute(path);
        ArtifactRecord record = RecordOf(sending, outcome, picture, variant, checks);
        // The run keeps its own, as a later run replaces what is in the output folder.
        await record.WriteAsync(run.Records.RecordPathOf(path), run.Aborting, isFlushed: false);
        string writer = run.Records.RunId;
        Task<bool> copied = DurableFile.CopyAsync(picture.Path, target, picture.Sha256, run.Aborting, writer);
        await Task.WhenAll(copied, record.WriteAsync(target, run.Aborting, writer));
        if (!await copied)
        {
            throw new IOException($"`{picture.Path}` was changed while it was copied");
        }

        run.Journal.Append(
            new PictureWritten(
                node.Key,
                variant,
                path,
                run.Records.Relative(picture.Path),
                picture.Sha256,
                variant == node.Selected,
                checks
            )
        );
        return new Artifact(variant, target, picture.Sha256, picture.Length) { Checks = checks };
    }

    private ArtifactRecord RecordOf(
        Sending sending,
        SendingOutcome outcome,
        PictureFile picture,
        int variant,
        ImmutableArray<CheckResult> checks
    )
    {
        RunNode node = sending.Node;
        using var request = JsonDocument.Parse(node.Request.ToJson());
        IEnumerable<InputFile> inputs = sending.Inputs.Mask is { } mask
            ? sending.Inputs.Pictures.Append(mask)
            : sending.Inputs.Pictures;
        return new ArtifactRecord
        {
            Schema = ArtifactRecord.CurrentSchema,
            RunId = run.Records.RunId,
            Tool = ToolVersion.Text,
            Node = node.Key,
            Variant = variant,
            Sha256 = picture.Sha256,
            Length = picture.Length,
            Source = RunFiles.Of(node.Source),
            Provider = run.Provider.Name,
            Endpoint = run.Provider.Endpoint,
            Model = node.Request.Model,
            Prompt = node.Stage.Prompt.Text,
            PromptMap = PromptPart.AllOf(node.Stage.Prompt),
            RevisedPrompt = outcome.RevisedPrompt,
            Request = request.RootElement.Clone(),
            RequestSha256 = sending.Key.Request,
            Inputs = [.. inputs.Select(i => new ArtifactInput(i.FileName, i.Sha256))],
            IsReused = outcome.State == SendingState.Reused,
            Usage = outcome.Usage,
            Cost = outcome.Cost,
            RequestId = outcome.RequestId,
            ResponseId = outcome.ResponseId,
            Checks = checks,
        };
    }

    /// <summary>A name does not promise another format than the bytes have.</summary>
    private static string? ExtensionOf(PictureFile picture)
    {
        Span<byte> head = stackalloc byte[64];
        using var stream = new FileStream(picture.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        int read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return PictureTypes.ExtensionOf(AssetSignature.FormatOf(head[..read]));
    }
}
