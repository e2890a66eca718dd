using System.Diagnostics;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Cli.Tests.Processes;
using PromptDsl.Emulator;
using PromptDsl.Runtime.Runs;

namespace PromptDsl.Cli.Tests.Runs;

/// <summary>A folder, a server that plays the service, and the tool that runs files of the one against the other.</summary>
internal sealed class RunSandbox : IAsyncDisposable
{
    public const string Key = "sk-test-0123456789abcdef";

    private readonly Sandbox _sandbox = new();

    private RunSandbox(EmulatorServer emulator) => Emulator = emulator;

    public EmulatorServer Emulator { get; }

    public string Folder => _sandbox.Folder;

    public RunStore Store => new(PathOf(".promptc"));

    /// <summary>What every call names: the server, and agreement to the price, known or not.</summary>
    public string[] Server => ["--yes", "--allow-unknown-price", "--base-url", Emulator.BaseUrl.AbsoluteUri];

    public static async Task<RunSandbox> StartAsync(EmulatorOptions? options = null) =>
        new(
            await EmulatorServer.StartAsync(
                options ?? new EmulatorOptions { Picture = PictureStyle.Tiny },
                Xunit.TestContext.Current.CancellationToken
            )
        );

    public string PathOf(string path) => _sandbox.PathOf(path);

    public void Write(string path, string text) => _sandbox.Write(path, text);

    /// <summary>Calls the tool in this process.</summary>
    public CliResult Run(params string[] arguments) => Sandbox.Run(Host(), arguments);

    /// <summary>A process in memory that has the key.</summary>
    public FakeHost Host()
    {
        FakeHost host = _sandbox.Host();
        host.Environment["OPENAI_API_KEY"] = Key;
        return host;
    }

    /// <summary>Starts the tool as a process of its own.</summary>
    public Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Executable.Path, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OPENAI_API_KEY"] = Key;
        start.Environment["PROMPTC_DEBUG"] = "1";
        start.Environment.Remove("OPENAI_BASE_URL");
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end of a process, whose pipes are read meanwhile.</summary>
    public static async Task<CliResult> EndAsync(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(Xunit.TestContext.Current.CancellationToken);
        return new CliResult(process.ExitCode, await output, await error);
    }

    /// <summary>The pictures in the output folder, by path.</summary>
    public SortedDictionary<string, byte[]> Pictures()
    {
        var pictures = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        if (Directory.Exists(PathOf("out")))
        {
            foreach (string path in Directory.EnumerateFiles(PathOf("out"), "*.png", SearchOption.AllDirectories))
            {
                pictures.Add(Path.GetRelativePath(Folder, path), File.ReadAllBytes(path));
            }
        }

        return pictures;
    }

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        _sandbox.Dispose();
    }
}
