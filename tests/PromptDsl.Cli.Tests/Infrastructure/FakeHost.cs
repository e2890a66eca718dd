using System.Text;
using PromptDsl.Cli.Terminal;

namespace PromptDsl.Cli.Tests.Infrastructure;

/// <summary>A process that exists only in memory, over a real folder.</summary>
internal sealed class FakeHost(string workingDirectory) : IHost
{
    private readonly MemoryStream _output = new();
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public Dictionary<string, string> Environment { get; } = [];

    public CancellationTokenSource Interrupt { get; } = new();

    public TextWriter Out => field ??= new StreamWriter(_output, new UTF8Encoding(false)) { NewLine = "\n" };

    public TextWriter Error
    {
        get => field ?? _error;
        set;
    }

    public Stream Input { get; set; } = Stream.Null;

    public string WorkingDirectory { get; } = workingDirectory;

    public DateOnly Today { get; set; } = new(2026, 11, 21);

    public bool IsOutputTerminal { get; set; }

    public bool IsErrorTerminal { get; set; }

    public bool IsInputTerminal { get; set; }

    public (int Width, int Height) TerminalSize { get; set; } = (80, 24);

    public CancellationToken Cancellation => Interrupt.Token;

    public byte[] OutputBytes
    {
        get
        {
            Out.Flush();
            return _output.ToArray();
        }
    }

    public string OutputText => Encoding.UTF8.GetString(OutputBytes);

    public string ErrorText => _error.ToString();

    public string? GetEnvironmentVariable(string name) => Environment.GetValueOrDefault(name);

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        Out.Flush();
        _output.Write(bytes);
    }
}
