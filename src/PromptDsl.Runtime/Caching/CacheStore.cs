using System.Globalization;
using System.Text.Json;
using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Caching;

/// <summary>Reads and writes entries; whoever calls it holds the lock of the key.</summary>
internal sealed class CacheStore(CacheFolder folder, CacheLimits limits, TimeProvider time)
{
    /// <summary>Reads what an entry says about itself; null when there is none, or one that is too old or broken.</summary>
    public CacheManifest? Read(string key)
    {
        string path = Path.Combine(folder.EntryOf(key), CacheFolder.ManifestName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            byte[] json = File.ReadAllBytes(path);
            CacheManifest? manifest = JsonSerializer.Deserialize(json, CacheJsonContext.Default.CacheManifest);
            return
                manifest is { Schema: CacheManifest.CurrentSchema, Pictures.IsDefaultOrEmpty: false }
                && manifest.Key == key
                && time.GetUtcNow() - manifest.CreatedAt <= limits.MaxAge
                ? manifest
                : null;
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            // Another process may take it away at this moment.
            return null;
        }
    }

    /// <summary>Copies an entry into a folder; one that is not as it was stored is removed.</summary>
    public async Task<CacheEntry?> CopyOutAsync(string key, string target, CancellationToken cancellationToken)
    {
        if (Read(key) is not { } manifest)
        {
            folder.Remove(folder.EntryOf(key));
            return null;
        }

        CacheEntry entry = manifest.ToEntry();
        try
        {
            return entry with
            {
                Pictures = [.. await CopyAsync(entry, folder.EntryOf(key), target, isFlushed: true, cancellationToken)],
            };
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException)
        {
            folder.Remove(folder.EntryOf(key));
            if (Directory.Exists(target))
            {
                Directory.Delete(target, recursive: true);
            }

            return null;
        }
    }

    /// <summary>Stores an entry in one step.</summary>
    public async Task StoreAsync(string key, CacheEntry entry, CancellationToken cancellationToken)
    {
        string temporary = folder.NewTemporary();
        Directory.CreateDirectory(temporary);
        try
        {
            // Nothing is flushed: what a power cut tears cannot be read or has another hash, and is asked for again.
            List<PictureFile> pictures = await CopyAsync(entry, "", temporary, isFlushed: false, cancellationToken);
            var manifest = new CacheManifest(
                CacheManifest.CurrentSchema,
                key,
                time.GetUtcNow(),
                [.. pictures.Select(p => p with { Path = Path.GetFileName(p.Path) })]
            )
            {
                Usage = entry.Usage,
                ResponseId = entry.ResponseId,
                RevisedPrompt = entry.RevisedPrompt,
            };
            string path = Path.Combine(temporary, CacheFolder.ManifestName);
            byte[] json = JsonSerializer.SerializeToUtf8Bytes(manifest, CacheJsonContext.Default.CacheManifest);
            await File.WriteAllBytesAsync(path, json, cancellationToken);
            File.SetLastWriteTimeUtc(path, manifest.CreatedAt.UtcDateTime);
            string target = folder.EntryOf(key);
            folder.Remove(target);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Directory.Move(temporary, target);
        }
        catch
        {
            Directory.Delete(temporary, recursive: true);
            throw;
        }
    }

    /// <summary>Copies the pictures of an entry.</summary>
    /// <exception cref="InvalidDataException">A picture does not have its hash.</exception>
    private static async Task<List<PictureFile>> CopyAsync(
        CacheEntry entry,
        string from,
        string to,
        bool isFlushed,
        CancellationToken cancellationToken
    )
    {
        var copies = new List<PictureFile>();
        foreach (PictureFile picture in entry.Pictures)
        {
            string source = Path.Combine(from, picture.Path);
            string name = copies.Count.ToString(CultureInfo.InvariantCulture) + Path.GetExtension(picture.Path);
            string copy = Path.Combine(to, name);
            if (!await DurableFile.CopyAsync(source, copy, picture.Sha256, cancellationToken, isFlushed: isFlushed))
            {
                throw new InvalidDataException($"The bytes of {source} are not those that were stored.");
            }

            copies.Add(picture with { Path = copy });
        }

        return copies;
    }
}
