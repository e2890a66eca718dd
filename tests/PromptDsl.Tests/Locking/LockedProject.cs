using PromptDsl.Assets;
using PromptDsl.Diagnostics;
using PromptDsl.Locking;
using PromptDsl.Targets;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Locking;

/// <summary>A project in memory whose files are compiled, locked and compared.</summary>
internal sealed class LockedProject : IAssetInspector
{
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AssetFacts> _pictures = new(StringComparer.Ordinal);

    /// <summary>The source of a file.</summary>
    public string this[string path]
    {
        set => _sources[path] = value;
    }

    /// <summary>Sets the bytes of a picture.</summary>
    public LockedProject Picture(string path, params byte[] bytes)
    {
        _pictures[path] = AssetReader.Read(new MemoryStream(bytes), bytes.Length);
        return this;
    }

    public LockedProject Unreadable(string path, string problem)
    {
        _pictures[path] = new AssetFacts(AssetFormat.Unknown, 0, null) { Problem = problem };
        return this;
    }

    public void Remove(string path)
    {
        _sources.Remove(path);
        _pictures.Remove(path);
    }

    public AssetFacts? Inspect(string path) => _pictures.GetValueOrDefault(path);

    public CompilationResult Compile(string path, IModelPins? pins = null) =>
        new PromptCompiler().Compile(SourceText.FromString(_sources[path], path), new CompilerOptions { Pins = pins });

    /// <summary>The text of the lock of some files, all of them unless said otherwise.</summary>
    public string Lock(LockFile? earlier = null, params string[] paths)
    {
        var builder = new LockBuilder(earlier, ModelCatalog.BuiltIn, this);
        foreach (string path in paths.Length == 0 ? [.. _sources.Keys] : paths)
        {
            Assert.Empty(builder.Add(Compile(path)));
        }

        return builder.Build(_sources.ContainsKey).ToText();
    }

    /// <summary>What has drifted in a file since it was locked.</summary>
    public string[] Drift(string path, string lockText)
    {
        LockFile locked = Parse(lockText);
        var comparer = new LockComparer(locked, ModelCatalog.BuiltIn, this);
        return [.. comparer.Compare(Compile(path, new LockedSnapshots(locked, ModelCatalog.BuiltIn))).Select(Show)];
    }

    public static LockFile Parse(string text)
    {
        LockFile? locked = LockFile.TryParse(SourceText.FromString(text, LockFile.FileName), out LockProblem? problem);
        Assert.True(locked is not null, problem?.ToString());
        return locked;
    }

    private static string Show(Diagnostic diagnostic)
    {
        Assert.True(diagnostic.IsError);
        return $"{diagnostic.Primary.Place} {diagnostic.Name}: {diagnostic.Message}";
    }
}
