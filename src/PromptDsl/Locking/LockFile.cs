using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Locking;

/// <summary>
/// What requests depend on beside the text of the project: the facts about models, their dated
/// states, and the bytes of pictures. The pins of models and pictures are the project's, so a changed
/// picture is one changed entry however many files send it.
/// </summary>
public sealed record LockFile
{
    /// <summary>Where it lies in the project root.</summary>
    public const string FileName = "promptc.lock";

    /// <summary>The version of the form; changes when a key changes its meaning.</summary>
    public const int Schema = 1;

    /// <summary>The day of the model facts: <see cref="Targets.ModelCatalog.AsOf"/>.</summary>
    public required DateOnly Catalog { get; init; }

    /// <summary>The snapshot of each model; null where it has none.</summary>
    public ImmutableSortedDictionary<string, string?> Models { get; init; } = Empty<string?>();

    /// <summary>The compiled files by logical path.</summary>
    public ImmutableSortedDictionary<string, LockedFile> Files { get; init; } = Empty<LockedFile>();

    /// <summary>References and masks by logical path.</summary>
    public ImmutableSortedDictionary<string, LockedPicture> Pictures { get; init; } = Empty<LockedPicture>();

    /// <summary>Where the entries stand, when it was read from a text.</summary>
    internal LockPlaces? Places { get; init; }

    /// <summary>Reads the text of a lock file.</summary>
    /// <param name="problem">What is wrong when there is no result.</param>
    public static LockFile? TryParse(SourceText source, out LockProblem? problem) =>
        new LockReader(source).TryRead(out problem);

    /// <summary>The text: JSON in a fixed order with LF, the same for the same content.</summary>
    public string ToText() => LockWriter.Write(this);

    internal static ImmutableSortedDictionary<string, T> Empty<T>() =>
        ImmutableSortedDictionary<string, T>.Empty.WithComparers(StringComparer.Ordinal);
}
