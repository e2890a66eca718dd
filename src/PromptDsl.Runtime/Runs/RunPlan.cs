using System.Collections.Immutable;
using System.Text.Json;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Files;

namespace PromptDsl.Runtime.Runs;

/// <summary>
/// What a run is to make, as its files say when it begins and when it goes on: so that it can be told what a run did
/// not reach. Nothing depends on it.
/// </summary>
/// <param name="Schema">The version of the form.</param>
/// <param name="Stages">The stages, in the order of files, builds and stages.</param>
public sealed record RunPlan(int Schema, ImmutableArray<PlannedStage> Stages)
{
    private const int CurrentSchema = 1;
    private const string Name = "plan.json";

    private static readonly RunPlan Empty = new(CurrentSchema, []);

    internal static RunPlan Of(ImmutableArray<RunNode> nodes) =>
        new(
            CurrentSchema,
            [
                .. nodes
                    .Where(n => !n.IsBefore)
                    .Select(n => new PlannedStage(
                        n.Key,
                        n.Request.Model,
                        n.Variants,
                        n.Stage.Prompt.Text,
                        PromptPart.AllOf(n.Stage.Prompt)
                    )),
            ]
        );

    /// <summary>The plan in the folder of a run; without stages when there is none that can be read.</summary>
    internal static RunPlan Read(string folder)
    {
        try
        {
            using FileStream stream = File.OpenRead(Path.Combine(folder, Name));
            RunPlan? plan = JsonSerializer.Deserialize(stream, JournalJson.Plan);
            return plan?.Schema == CurrentSchema ? plan : Empty;
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return Empty;
        }
    }

    internal Task WriteAsync(RunRecords records) =>
        DurableFile.WriteAsync(
            Path.Combine(records.Folder, Name),
            JsonSerializer.SerializeToUtf8Bytes(this, JournalJson.Plan),
            CancellationToken.None,
            records.RunId,
            isFlushed: false
        );
}
