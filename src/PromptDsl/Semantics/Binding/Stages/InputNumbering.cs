using System.Collections.Immutable;
using PromptDsl.Semantics.Model;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Semantics.Binding.Stages;

/// <summary>Chooses the pictures that a request sends, and numbers them from 1 in the order in which they are sent.</summary>
internal static class InputNumbering
{
    /// <summary>A new picture of a file without stages sends every reference.</summary>
    public static ImmutableArray<InputPicture> ForNewPicture(ImmutableArray<Reference> references) =>
        Number(references.Select(PictureSource.Of));

    /// <summary>The pictures that a file without stages edits come first: those of <c>from</c>, else the references that show content.</summary>
    public static ImmutableArray<InputPicture> ForEditedFile(
        ImmutableArray<StageSource> sources,
        ImmutableArray<Reference> references
    )
    {
        if (!sources.IsEmpty)
        {
            return Number(sources.Select(PictureSource.Of).Concat(references.Select(PictureSource.Of)));
        }

        List<Reference> edited = [.. references.Where(r => r.Roles.IsEmpty || r.Roles.Contains("content"))];
        if (edited.Count == 0)
        {
            edited.AddRange(references.Take(1));
        }

        return Number(edited.Select(PictureSource.OfEdited).Concat(references.Except(edited).Select(PictureSource.Of)));
    }

    /// <summary>
    /// What a stage edits, its own references, then those of the file; of these an edit sends only the
    /// ones that hold style and characters together.
    /// </summary>
    public static ImmutableArray<InputPicture> ForStage(
        bool isEdit,
        ImmutableArray<StageSource> sources,
        ImmutableArray<Reference> own,
        ImmutableArray<Reference> ofFile
    )
    {
        IEnumerable<Reference> shared = isEdit
            ? ofFile.Where(r => r.Roles.Contains("style") || r.Roles.Contains("character"))
            : ofFile;
        return Number(sources.Select(PictureSource.Of).Concat(own.Concat(shared).Select(PictureSource.Of)));
    }

    /// <summary>A file that is used twice is sent once.</summary>
    private static ImmutableArray<InputPicture> Number(IEnumerable<PictureSource> sources)
    {
        var uses = new OrderedDictionary<InputSource, ImmutableArray<PictureUse>>();
        foreach (PictureSource source in sources)
        {
            uses[source.Source] = uses.TryGetValue(source.Source, out ImmutableArray<PictureUse> known)
                ? known.Add(source.Use)
                : [source.Use];
        }

        return [.. uses.Select((picture, i) => new InputPicture(i + 1, picture.Key, picture.Value))];
    }
}
