using System.Collections.Immutable;

namespace PromptDsl.Cli.Files;

/// <summary>Which files are found without being named.</summary>
/// <param name="InFolders">The extensions that folders are searched for.</param>
/// <param name="ByPattern">The extensions that a pattern finds as well when it ends in them.</param>
internal sealed record SoughtFiles(ImmutableArray<string> InFolders, ImmutableArray<string> ByPattern)
{
    public static SoughtFiles Sources { get; } = new([".imgp"], []);

    /// <summary>Whether a file that was found in a folder is meant.</summary>
    public bool Fits(string name) => InFolders.Any(e => name.EndsWith(e, StringComparison.Ordinal));

    /// <summary>Whether a file that a pattern fits is meant.</summary>
    public bool Fits(string name, string pattern) =>
        Fits(name)
        || ByPattern.Any(e =>
            pattern.EndsWith(e, StringComparison.Ordinal) && name.EndsWith(e, StringComparison.Ordinal)
        );
}
