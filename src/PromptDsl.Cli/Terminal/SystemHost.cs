using System.Runtime.InteropServices;
using System.Text;

namespace PromptDsl.Cli.Terminal;

/// <summary>The process that the tool really runs in.</summary>
internal sealed class SystemHost : IHost, IDisposable
{
    // Long enough for a verb to reach its next check, short enough that nobody presses twice.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(400);

    private static readonly (int Width, int Height) DefaultSize = (80, 24);

    private readonly Stream _output = OperatingSystem.IsWindows()
        ? Console.OpenStandardOutput()
        : new UnixOutputStream(1);
    private readonly CancellationTokenSource _cancellation = new();
    private readonly PosixSignalRegistration _interrupt;

    public SystemHost()
    {
        Out = Writer(_output);
        Error = Writer(OperatingSystem.IsWindows() ? Console.OpenStandardError() : new UnixOutputStream(2));
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
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
        _interrupt.Dispose();
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

        // A verb that waits for standard input never looks at the token; output is written
        // atomically, so ending here loses nothing.
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
