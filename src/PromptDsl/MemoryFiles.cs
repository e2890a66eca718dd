using PromptDsl.Text;

namespace PromptDsl;

/// <summary>Files in memory by their logical path: for programs that make their prompts, and for tests.</summary>
public sealed class MemoryFiles : ISourceResolver
{
    private readonly Dictionary<string, SourceResolution> _files = new(StringComparer.Ordinal);

    /// <summary>The paths of the files, in order.</summary>
    public IEnumerable<string> Paths => _files.Keys.Order(StringComparer.Ordinal);

    /// <summary>Sets the text of a file.</summary>
    public string this[string path]
    {
        set => _files[path] = SourceResolution.Found(SourceText.FromString(value, path));
    }

    /// <summary>Sets what becomes of a request for a file.</summary>
    public void Add(string path, SourceResolution resolution) => _files[path] = resolution;

    public SourceResolution Resolve(string path) => _files.GetValueOrDefault(path, SourceResolution.NotFound);
}
