namespace PromptDsl.Cli.Terminal;

/// <summary>What a verb sees of the process it runs in; the only way to a terminal or the environment.</summary>
internal interface IHost
{
    /// <summary>Standard output as UTF-8 text with LF line ends.</summary>
    TextWriter Out { get; }

    /// <summary>Standard error as UTF-8 text with LF line ends.</summary>
    TextWriter Error { get; }

    /// <summary>Standard input as bytes.</summary>
    /// <exception cref="CommandLine.UsageException">There is none.</exception>
    Stream Input { get; }

    /// <summary>The absolute path that relative paths start from.</summary>
    string WorkingDirectory { get; }

    /// <summary>The date where the user is.</summary>
    DateOnly Today { get; }

    bool IsOutputTerminal { get; }

    bool IsErrorTerminal { get; }

    bool IsInputTerminal { get; }

    /// <summary>The columns and rows of the terminal; 80 × 24 where there is none.</summary>
    (int Width, int Height) TerminalSize { get; }

    /// <summary>Set when the user asks to stop.</summary>
    CancellationToken Cancellation { get; }

    string? GetEnvironmentVariable(string name);

    /// <summary>Writes bytes to standard output as they are, after the text written before.</summary>
    void WriteBytes(ReadOnlySpan<byte> bytes);
}
