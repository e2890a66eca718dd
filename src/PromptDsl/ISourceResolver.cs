namespace PromptDsl;

/// <summary>
/// Brings the files that a file names. Paths are logical: relative to the project root, with
/// <c>/</c> on every system. The compiler has already refused paths that leave the root by their
/// text; the resolver refuses those that leave it through links.
/// </summary>
public interface ISourceResolver
{
    /// <summary>Reads the file at a logical path.</summary>
    SourceResolution Resolve(string path);
}
