using System.Collections.Immutable;
using PromptDsl.Assets;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Targets;

namespace PromptDsl.Locking;

/// <summary>Finds what is not as it was locked.</summary>
/// <param name="locked">A lock that was read from its text.</param>
public sealed class LockComparer(LockFile locked, ModelCatalog catalog, IAssetInspector assets)
{
    private readonly NewestSnapshots _newest = new(catalog);
    private readonly LockedSnapshots _locked = new(locked, catalog);
    private readonly LockPlaces _places =
        locked.Places ?? throw new ArgumentException("The lock was not read from a text.", nameof(locked));

    /// <summary>Compares what a file sends. One with errors, or that sends nothing, is not compared.</summary>
    public ImmutableArray<Diagnostic> Compare(CompilationResult result)
    {
        ImmutableArray<CompiledStage> stages = [.. result.Builds.SelectMany(b => b.Stages)];
        if (stages.IsEmpty)
        {
            return [];
        }

        var drift = new DiagnosticBag();
        if (catalog.AsOf != locked.Catalog)
        {
            drift.Add(LockDiagnostics.CatalogDrift(_places.Of(LockSection.Catalog), locked.Catalog, catalog.AsOf));
        }

        string path = result.Tree.Source.Path;
        if (locked.Files.TryGetValue(path, out LockedFile? file))
        {
            CompareModels(drift, path, file, stages);
            ComparePictures(drift, path, file, stages);
        }
        else
        {
            drift.Add(LockDiagnostics.NotLocked(stages[0].Model.Place, $"`{path}` is not in {LockFile.FileName}"));
        }

        return drift.ToSorted();
    }

    /// <summary>Finds the models whose locked snapshots cannot be sent, because the catalog does not have them.</summary>
    public ImmutableArray<Diagnostic> FindUnknownSnapshots(CompilationResult result) =>
        [
            .. AskedBy([.. result.Builds.SelectMany(b => b.Stages)])
                .Where(m => !_locked.IsKnown(m.Id))
                .Select(m =>
                    LockDiagnostics.UnknownSnapshot(m, locked.Models[m.Id], _places.Of(LockSection.Models, m.Id))
                ),
        ];

    private AskedModel[] AskedBy(ImmutableArray<CompiledStage> stages) =>
        [.. stages.Select(s => AskedModel.Of(s, catalog)).DistinctBy(m => m.Id)];

    private void CompareModels(DiagnosticBag drift, string path, LockedFile file, ImmutableArray<CompiledStage> stages)
    {
        AskedModel[] asked = AskedBy(stages);
        foreach (AskedModel model in asked)
        {
            if (!file.Models.Contains(model.Id) || !locked.Models.TryGetValue(model.Id, out string? snapshot))
            {
                drift.Add(
                    LockDiagnostics.NotLocked(
                        model.Place,
                        $"{LockFile.FileName} does not have the model `{model.Id}` for `{path}`"
                    )
                );
            }
            else if (!_locked.IsKnown(model.Id))
            {
                drift.Add(LockDiagnostics.UnknownSnapshot(model, snapshot, _places.Of(LockSection.Models, model.Id)));
            }
            else if (_newest.SnapshotOf(model.Id) is var current && current != snapshot)
            {
                drift.Add(
                    LockDiagnostics.SnapshotDrift(model, snapshot, current, _places.Of(LockSection.Models, model.Id))
                );
            }
        }

        foreach (string model in file.Models.Except(asked.Select(m => m.Id)))
        {
            drift.Add(LockDiagnostics.StaleEntry(_places.Of(LockSection.Files, path), path, $"model `{model}`"));
        }
    }

    private void ComparePictures(
        DiagnosticBag drift,
        string path,
        LockedFile file,
        ImmutableArray<CompiledStage> stages
    )
    {
        SentPicture[] sent = [.. stages.SelectMany(SentPicture.Of).DistinctBy(p => p.Path)];
        foreach (SentPicture picture in sent)
        {
            if (
                !file.Pictures.Contains(picture.Path)
                || !locked.Pictures.TryGetValue(picture.Path, out LockedPicture? before)
            )
            {
                drift.Add(
                    LockDiagnostics.NotLocked(
                        picture.Place,
                        $"{LockFile.FileName} does not have the picture `{picture.Path}` for `{path}`"
                    )
                );
            }
            else if (assets.Inspect(picture.Path) is var now && now?.Sha256 != before.Sha256)
            {
                drift.Add(
                    LockDiagnostics.PictureDrift(picture, before, now, _places.Of(LockSection.Pictures, picture.Path))
                );
            }
        }

        foreach (string picture in file.Pictures.Except(sent.Select(p => p.Path)))
        {
            drift.Add(LockDiagnostics.StaleEntry(_places.Of(LockSection.Files, path), path, $"picture `{picture}`"));
        }
    }
}
