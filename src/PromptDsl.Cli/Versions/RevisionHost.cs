using PromptDsl.Cli.Terminal;

namespace PromptDsl.Cli.Versions;

/// <summary>The process as it is, in another folder.</summary>
internal sealed class RevisionHost(IHost host, string workingDirectory) : IHost
{
    public TextWriter Out => host.Out;

    public TextWriter Error => host.Error;

    public Stream Input => host.Input;

    public string WorkingDirectory { get; } = workingDirectory;

    public bool IsOutputTerminal => host.IsOutputTerminal;

    public bool IsErrorTerminal => host.IsErrorTerminal;

    public bool IsInputTerminal => host.IsInputTerminal;

    public (int Width, int Height) TerminalSize => host.TerminalSize;

    public DateOnly Today => host.Today;

    public CancellationToken Cancellation => host.Cancellation;

    public TimeSpan Grace
    {
        get => host.Grace;
        set => host.Grace = value;
    }

    public string? GetEnvironmentVariable(string name) => host.GetEnvironmentVariable(name);

    public void WriteBytes(ReadOnlySpan<byte> bytes) => host.WriteBytes(bytes);
}
