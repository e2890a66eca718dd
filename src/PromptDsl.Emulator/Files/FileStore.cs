using System.Collections.Concurrent;
using System.Globalization;

namespace PromptDsl.Emulator.Files;

/// <summary>The files, in memory, in the order in which they came.</summary>
internal sealed class FileStore(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, StoredFile> _files = new(StringComparer.Ordinal);
    private int _last;
    private int _deleted;

    public IReadOnlyList<StoredFile> All => [.. _files.Values.OrderBy(f => f.Id, StringComparer.Ordinal)];

    public int Kept => _files.Count;

    public int Deleted => Volatile.Read(ref _deleted);

    public StoredFile Add(string name, string purpose, string contentType, ReadOnlyMemory<byte> bytes)
    {
        string id = "file-" + Interlocked.Increment(ref _last).ToString("D8", CultureInfo.InvariantCulture);
        var file = new StoredFile(id, name, purpose, contentType, clock.GetUtcNow().ToUnixTimeSeconds(), bytes);
        _files[id] = file;
        return file;
    }

    public StoredFile? Find(string id) => _files.GetValueOrDefault(id);

    public bool Remove(string id)
    {
        bool isThere = _files.TryRemove(id, out _);
        if (isThere)
        {
            Interlocked.Increment(ref _deleted);
        }

        return isThere;
    }

    public void Clear()
    {
        _files.Clear();
        Volatile.Write(ref _deleted, 0);
    }
}
