namespace PromptDsl.Runtime.Tests.Infrastructure;

/// <summary>A folder of its own for a test, removed afterwards.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("promptc-runtime-").FullName;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    /// <summary>The files below, relative, with <c>/</c>, in order.</summary>
    public List<string> Files(string relative) =>
        Directory.Exists(this[relative])
            ?
            [
                .. Directory
                    .EnumerateFiles(this[relative], "*", SearchOption.AllDirectories)
                    .Select(f => System.IO.Path.GetRelativePath(this[relative], f).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Copies a folder of it to another one, as it is at this moment, without files that are not whole yet.</summary>
    public void Copy(string relative, TestFolder target)
    {
        foreach (string file in Files(relative).Where(f => !f.EndsWith(".tmp", StringComparison.Ordinal)))
        {
            string copy = System.IO.Path.Combine(target[relative], file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            using var from = new FileStream(
                System.IO.Path.Combine(this[relative], file),
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite
            );
            using FileStream to = File.Create(copy);
            from.CopyTo(to);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
