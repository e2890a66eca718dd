namespace PromptDsl.Cli.Terminal;

/// <summary>Colours text for a terminal, or leaves it alone.</summary>
internal sealed class Paint(bool enabled)
{
    public static Paint None { get; } = new(false);

    public bool IsEnabled => enabled;

    /// <summary>Whether a stream is coloured: the flag first, then the environment, then what the stream is.</summary>
    public static Paint For(ColorChoice choice, IHost host, bool isTerminal) =>
        choice switch
        {
            ColorChoice.Always => new Paint(true),
            ColorChoice.Never => None,
            _ when IsSet(host, "NO_COLOR") => None,
            _ when host.GetEnvironmentVariable("FORCE_COLOR") is { Length: > 0 } force => new Paint(force != "0"),
            _ => new Paint(isTerminal && host.GetEnvironmentVariable("TERM") != "dumb"),
        };

    public string Bold(string text) => Wrap(text, "1");

    public string Dim(string text) => Wrap(text, "2");

    public string Red(string text) => Wrap(text, "31");

    public string Green(string text) => Wrap(text, "32");

    public string Cyan(string text) => Wrap(text, "36");

    public string BoldRed(string text) => Wrap(text, "1;31");

    public string BoldYellow(string text) => Wrap(text, "1;33");

    public string BoldBlue(string text) => Wrap(text, "1;34");

    private static bool IsSet(IHost host, string name) => !string.IsNullOrEmpty(host.GetEnvironmentVariable(name));

    private string Wrap(string text, string code) => enabled && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
