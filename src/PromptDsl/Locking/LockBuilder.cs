using System.Collections.Immutable;
using PromptDsl.Assets;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Targets;

namespace PromptDsl.Locking;

/// <summary>Makes the lock of a project from what its files compile to.</summary>
/// <param name="earlier">The lock so far; files that are not compiled now keep their entries.</param>
public sealed class LockBuilder(LockFile? earlier, ModelCatalog catalog, IAssetInspector assets)
{
    private readonly NewestSnapshots _snapshots = new(catalog);
    private readonly Dictionary<string, LockedFile?> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LockedPicture> _pictures = new(StringComparer.Ordinal);

    /// <summary>Locks what a file sends. One that sends nothing has no entry.</summary>
    /// <returns>The pictures that cannot be locked.</returns>
    public ImmutableArray<Diagnostic> Add(CompilationResult result)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        ImmutableArray<CompiledStage> stages = [.. result.Builds.SelectMany(b => b.Stages)];
        SentPicture[] pictures = [.. stages.SelectMany(SentPicture.Of).DistinctBy(p => p.Path)];
        foreach (SentPicture picture in pictures)
        {
            AssetFacts? facts = assets.Inspect(picture.Path);
            if (facts is not null && LockedPicture.Of(facts) is { } locked)
            {
                _pictures[picture.Path] = locked;
            }
            else
            {
                problems.Add(LockDiagnostics.CannotBeLocked(picture, facts));
            }
        }

        string[] models = [.. stages.Select(s => AskedModel.Of(s, catalog).Id).Distinct()];
        foreach (string model in models)
        {
            _models[model] = _snapshots.SnapshotOf(model);
        }

        _files[result.Tree.Source.Path] = stages.IsEmpty
            ? null
            : new LockedFile(Sorted(models), Sorted(pictures.Select(p => p.Path)));
        return problems.ToImmutable();
    }

    /// <summary>The lock of the files that were added and of those that keep their entries.</summary>
    /// <param name="keeps">Whether a file, not added but in the earlier lock, is still there.</param>
    public LockFile Build(Func<string, bool> keeps)
    {
        var files = new Dictionary<string, LockedFile>(StringComparer.Ordinal);
        foreach ((string path, LockedFile? file) in _files)
        {
            if (file is not null)
            {
                files.Add(path, file);
            }
        }

        foreach ((string path, LockedFile file) in earlier?.Files ?? LockFile.Empty<LockedFile>())
        {
            if (!_files.ContainsKey(path) && keeps(path))
            {
                files.Add(path, file);
                Keep(file.Models, earlier!.Models, _models);
                Keep(file.Pictures, earlier.Pictures, _pictures);
            }
        }

        return new LockFile
        {
            Catalog = catalog.AsOf,
            Models = LockFile.Empty<string?>().AddRange(_models),
            Files = LockFile.Empty<LockedFile>().AddRange(files),
            Pictures = LockFile.Empty<LockedPicture>().AddRange(_pictures),
        };
    }

    private static void Keep<T>(
        ImmutableArray<string> names,
        ImmutableSortedDictionary<string, T> from,
        Dictionary<string, T> to
    )
    {
        foreach (string name in names)
        {
            if (from.TryGetValue(name, out T? value))
            {
                to.TryAdd(name, value);
            }
        }
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];
}
