using System.Collections.Immutable;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Files;

namespace PromptDsl.Runtime.Runs;

/// <summary>The records of runs on disk: a folder for each, in it its journal and every picture that came.</summary>
/// <param name="stateFolder">The folder that has them, see <see cref="RunOptions.StateFolder"/>.</param>
public sealed class RunStore(string stateFolder)
{
    /// <summary>The ids of all runs, the oldest first. What was killed before it wrote a line is none.</summary>
    public ImmutableArray<string> Ids =>
        Directory.Exists(RunsFolder)
            ?
            [
                .. Directory
                    .EnumerateDirectories(RunsFolder)
                    .Where(folder =>
                        new FileInfo(Path.Combine(folder, RunFolder.JournalName)) is { Exists: true, Length: > 0 }
                    )
                    .Select(folder => Path.GetFileName(folder))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    internal string StateFolder { get; } = Path.GetFullPath(stateFolder);

    private string RunsFolder => Path.Combine(StateFolder, "runs");

    /// <summary>The folder of a run.</summary>
    /// <exception cref="RunException">The id is not one.</exception>
    public string FolderOf(string runId) =>
        RunId.IsValid(runId)
            ? Path.Combine(RunsFolder, runId)
            : throw new RunException($"`{runId}` is not the id of a run") { Help = "`promptc runs` lists them." };

    /// <summary>Reads what is known of a run; it may be under way.</summary>
    /// <exception cref="RunException">There is no such run, or its journal is damaged.</exception>
    public RunSummary Read(string runId)
    {
        ImmutableArray<JournalRecord> records = JournalReader
            .Read(Path.Combine(FolderOf(runId), RunFolder.JournalName), runId)
            .Records;
        return new RunSummary((RunOpened)records[0], records);
    }

    /// <summary>What became of each stage of a run, in the order of its files.</summary>
    public ImmutableArray<StageSummary> StagesOf(RunSummary run) =>
        StageSummaries.Of(run, RunPlan.Read(FolderOf(run.RunId)));

    /// <summary>Whether a process works on a run at this moment.</summary>
    /// <exception cref="RunException">The id is not one.</exception>
    public bool IsUnderWay(string runId)
    {
        string file = Path.Combine(FolderOf(runId), RunFolder.LockName);
        try
        {
            using FileStream? held = File.Exists(file) ? FileLock.TryShare(file) : null;
            return held is null && File.Exists(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>An id that no run has.</summary>
    internal string NewId(DateTimeOffset time, Random random)
    {
        string id;
        do
        {
            id = RunId.Create(time, random);
        } while (Directory.Exists(FolderOf(id)));
        return id;
    }
}
