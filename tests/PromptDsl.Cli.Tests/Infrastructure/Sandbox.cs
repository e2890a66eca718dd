using System.Text;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Tests.Infrastructure.Pictures;

namespace PromptDsl.Cli.Tests.Infrastructure;

/// <summary>A folder of its own, a repository unless said otherwise, and the tool called in it.</summary>
internal sealed class Sandbox : IDisposable
{
    public Sandbox(bool isRepository = true)
    {
        Folder = Directory.CreateTempSubdirectory("promptc-").FullName;
        if (isRepository)
        {
            Directory.CreateDirectory(PathOf(".git"));
        }
    }

    public string Folder { get; }

    public string PathOf(string path) => Path.Combine(Folder, path);

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllBytes(PathOf(path), bytes);
    }

    /// <summary>Writes a PNG that is transparent all over.</summary>
    public void WritePicture(string path, int width, int height) =>
        Write(
            path,
            new PngFile
            {
                Width = width,
                Height = height,
                Sample = (_, _, _) => 0,
            }.ToBytes()
        );

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public bool Exists(string path) => Path.Exists(PathOf(path));

    /// <summary>All files by relative path, those of the repository left out.</summary>
    public string[] Files() =>
        [
            .. Directory
                .GetFiles(Folder, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'))
                .Where(f => !f.StartsWith(".git/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    public CliResult Run(params string[] arguments) => Run(Host(), arguments);

    public CliResult RunWithInput(string input, params string[] arguments)
    {
        FakeHost host = Host();
        host.Input = new MemoryStream(Encoding.UTF8.GetBytes(input));
        return Run(host, arguments);
    }

    public static CliResult Run(FakeHost host, params string[] arguments)
    {
        int code = new App(host, PromptDsl.Cli.Verbs.VerbList.Create()).Run(arguments);
        return new CliResult(code, host.OutputText, host.ErrorText);
    }

    public FakeHost Host(string folder = "") => new(Path.TrimEndingDirectorySeparator(PathOf(folder)));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
