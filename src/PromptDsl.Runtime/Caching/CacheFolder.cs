namespace PromptDsl.Runtime.Caching;

/// <summary>Where a cache of files has what.</summary>
/// <param name="root">The folder of the cache.</param>
internal sealed class CacheFolder(string root)
{
    public const string ManifestName = "entry.json";

    public string Entries { get; } = Path.Combine(root, "entries");

    public string Locks { get; } = Path.Combine(root, "locks");

    public string Temporary { get; } = Path.Combine(root, "tmp");

    /// <summary>Shared while a lock file is opened, alone while lock files are removed.</summary>
    public string Gate { get; } = Path.Combine(root, "gate");

    /// <summary>The folder of an entry; those of a few hundred thousand do not crowd one folder.</summary>
    public string EntryOf(string key) => Path.Combine(Entries, key[..2], key);

    public string LockOf(string key) => Path.Combine(Locks, key);

    public string NewTemporary() => Path.Combine(Temporary, Path.GetRandomFileName());

    public void Create()
    {
        Directory.CreateDirectory(Entries);
        Directory.CreateDirectory(Locks);
        Directory.CreateDirectory(Temporary);
    }

    /// <summary>Takes an entry away in one step, so that nobody reads a part of it.</summary>
    public void Remove(string entry)
    {
        if (!Directory.Exists(entry))
        {
            return;
        }

        string away = NewTemporary();
        try
        {
            Directory.Move(entry, away);
        }
        catch (DirectoryNotFoundException)
        {
            // Another process was faster.
            return;
        }

        Directory.Delete(away, recursive: true);
    }
}
