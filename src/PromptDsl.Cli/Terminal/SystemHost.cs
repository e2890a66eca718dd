using System.Runtime.InteropServices;
using System.Text;

namespace PromptDsl.Cli.Terminal;

/// <summary>The process that the tool really runs in.</summary>
internal sealed class SystemHost : IHost, IDisposable
{
    // Long enough to end requests and to write on a slow disk what came; who cannot wait interrupts again.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private static readonly (int Width, int Height) DefaultSize = (80, 24);

    private readonly Stream _output = OperatingSystem.IsWindows()
        ? Console.OpenStandardOutput()
        : new UnixOutputStream(1);
    private readonly CancellationTokenSource _cancellation = new();
    private readonly PosixSignalRegistration[] _signals;

    public SystemHost()
    {
        Out = Writer(_output);
        Error = Writer(OperatingSystem.IsWindows() ? Console.OpenStandardError() : new UnixOutputStream(2));

        // People interrupt by the one; CI systems and containers stop what they started by the other.
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
        ];
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    public Stream Input =>
        field ??= OperatingSystem.IsWindows() ? Console.OpenStandardInput() : UnixStandardInput.Open();

    public string WorkingDirectory { get; } = Environment.CurrentDirectory;

    public DateOnly Today => DateOnly.FromDateTime(DateTime.Now);

    public bool IsOutputTerminal => !Console.IsOutputRedirected;

    public bool IsErrorTerminal => !Console.IsErrorRedirected;

    public bool IsInputTerminal => !Console.IsInputRedirected;

    public (int Width, int Height) TerminalSize
    {
        get
        {
            try
            {
                (int width, int height) = (Console.WindowWidth, Console.WindowHeight);
                return width > 0 && height > 0 ? (width, height) : DefaultSize;
            }
            catch (Exception e) when (e is IOException or PlatformNotSupportedException)
            {
                return DefaultSize;
            }
        }
    }

    public CancellationToken Cancellation => _cancellation.Token;

    public string? GetEnvironmentVariable(string name) => Environment.GetEnvironmentVariable(name);

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        Out.Flush();
        _output.Write(bytes);
        _output.Flush();
    }

    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
        _cancellation.Dispose();
    }

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024) { NewLine = "\n" };

    private void Interrupt(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_cancellation.IsCancellationRequested)
        {
            Environment.Exit(ExitCode.Interrupted);
        }

        // For what does not look at the token; output is written atomically, so ending here loses nothing.
        var watchdog = new Thread(() =>
        {
            Thread.Sleep(Grace);
            Environment.Exit(ExitCode.Interrupted);
        })
        {
            IsBackground = true,
        };
        watchdog.Start();
        _cancellation.Cancel();
    }
}
