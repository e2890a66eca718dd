using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Files;

namespace PromptDsl.Runtime.Runs;

/// <summary>The folder of a run that is under way; nobody else works in it.</summary>
internal sealed class RunRecords : IAsyncDisposable
{
    private readonly FileStream _lock;

    private RunRecords(string runId, string folder, FileStream held, RunJournal journal)
    {
        RunId = runId;
        Folder = folder;
        _lock = held;
        Journal = journal;
    }

    public string RunId { get; }

    public string Folder { get; }

    public RunJournal Journal { get; }

    /// <summary>Makes the folder of a new run.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static async Task<RunRecords> CreateAsync(RunStore store, string runId, TimeProvider time)
    {
        string folder = store.FolderOf(runId);
        CreateFolder(Path.Combine(folder, RunFolder.PicturesName));
        await KeepOutOfVersionControlAsync(store.StateFolder);
        FileStream held = Lock(folder, runId);
        try
        {
            return new RunRecords(
                runId,
                folder,
                held,
                RunJournal.Create(Path.Combine(folder, RunFolder.JournalName), time)
            );
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Opens the folder of a run to go on with it.</summary>
    /// <exception cref="RunException">There is no such run, it is under way, or its journal is damaged.</exception>
    public static RunRecords Open(RunStore store, string runId, TimeProvider time)
    {
        string folder = store.FolderOf(runId);
        if (!Directory.Exists(folder))
        {
            throw JournalReader.NoSuchRun(runId);
        }

        FileStream held = Lock(folder, runId);
        try
        {
            DurableFile.RemoveTemporary(folder);
            return new RunRecords(
                runId,
                folder,
                held,
                RunJournal.Continue(Path.Combine(folder, RunFolder.JournalName), runId, time)
            );
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Makes a folder for the pictures of one sending.</summary>
    /// <exception cref="FileWriteException">It cannot be made.</exception>
    public string NewPictureFolder(string request) => CreateFolder(NextPictureFolder(request));

    /// <summary>Where a folder for the pictures of one sending can be made.</summary>
    public string NextPictureFolder(string request)
    {
        string stem = Path.Combine(Folder, RunFolder.PicturesName, request[..16]);
        int n = 1;
        while (Directory.Exists($"{stem}-{n}"))
        {
            n++;
        }

        return $"{stem}-{n}";
    }

    /// <summary>Where the record of a picture stands, but for its ending.</summary>
    /// <param name="path">The path of the picture below the output folder, with <c>/</c>.</param>
    public string RecordPathOf(string path) => Path.Combine(Folder, RunFolder.RecordsName, path);

    /// <summary>Whether a file is in the folder.</summary>
    public bool Has(string path) => path.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>A path in the folder as records have it.</summary>
    public string Relative(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    /// <summary>The path on disk of a path in a record.</summary>
    public string Absolute(string relative) => Path.GetFullPath(Path.Combine(Folder, relative));

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        await _lock.DisposeAsync();
    }

    private static string CreateFolder(string path)
    {
        try
        {
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception e) when (FileWriteException.IsOfDisk(e))
        {
            throw FileWriteException.InFolder(path, e);
        }
    }

    private static FileStream Lock(string folder, string runId) =>
        FileLock.TryTake(Path.Combine(folder, RunFolder.LockName))
        ?? throw new RunException($"run `{runId}` is under way in another process")
        {
            Help = "Wait until it ends, or stop it.",
        };

    // Two bytes that every run would write: one that was killed in between leaves fewer, and the next sees it.
    private static async Task KeepOutOfVersionControlAsync(string stateFolder)
    {
        byte[] content = "*\n"u8.ToArray();
        var file = new FileInfo(Path.Combine(stateFolder, ".gitignore"));
        if (file.Exists && file.Length >= content.Length)
        {
            return;
        }

        try
        {
            await File.WriteAllBytesAsync(file.FullName, content);
        }
        catch (IOException) when (File.Exists(file.FullName))
        {
            // Another run writes it at this moment.
        }
    }
}
