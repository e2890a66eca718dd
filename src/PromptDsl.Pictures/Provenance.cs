using System.Collections.Immutable;
using PromptDsl.Pictures.C2pa;

namespace PromptDsl.Pictures;

/// <summary>
/// What the C2PA manifest of a file says about where the picture comes from. It is read and not
/// verified: no hash and no signature is checked, so that it can be called present and never valid.
/// </summary>
public sealed record Provenance
{
    private static readonly Provenance Absent = new();

    /// <summary>Whether the file carries a manifest store.</summary>
    public bool IsPresent { get; init; }

    /// <summary>The program that made the claim, such as "OpenAI Media Service API"; null when it is not said.</summary>
    public string? Generator { get; init; }

    /// <summary>Its version; null when it is not said.</summary>
    public string? GeneratorVersion { get; init; }

    /// <summary>What was done to the picture, as the active manifest lists it.</summary>
    public ImmutableArray<ProvenanceAction> Actions { get; init; } = [];

    /// <summary>Why a store that is present cannot be read, as a clause: "its boxes end early".</summary>
    public string? Problem { get; init; }

    /// <summary>Reads the manifest store of a PNG, JPEG, WebP or GIF.</summary>
    /// <param name="file">The whole file, sound or not.</param>
    public static Provenance Read(ReadOnlySpan<byte> file)
    {
        try
        {
            return ManifestStore.Find(file) is { } store ? ManifestReader.Read(store) : Absent;
        }
        catch (PictureFormatException e)
        {
            return new Provenance { IsPresent = true, Problem = e.Message };
        }
    }
}
