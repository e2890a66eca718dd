using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Terminal;

namespace PromptDsl.Cli.CommandLine;

/// <summary>What a verb works with.</summary>
internal sealed class CommandContext
{
    private readonly ConfigurationLoader _configurations;

    public CommandContext(IHost host, GlobalSettings settings)
    {
        Host = host;
        Settings = settings;
        OutPaint = Paint.For(settings.Color, host, host.IsOutputTerminal);
        ErrorPaint = Paint.For(settings.Color, host, host.IsErrorTerminal);
        _configurations = new ConfigurationLoader(DisplayPath);
    }

    public IHost Host { get; }

    public GlobalSettings Settings { get; }

    public Paint OutPaint { get; }

    public Paint ErrorPaint { get; }

    /// <summary>The configuration of the files in a folder.</summary>
    public ConfigurationFile ConfigurationOf(string folder)
    {
        if (Settings.IsIsolated)
        {
            return ConfigurationFile.Empty;
        }

        return Settings.Config is { } path ? _configurations.Load(AbsolutePath(path)) : _configurations.Nearest(folder);
    }

    /// <summary>Says how the work went, to standard error.</summary>
    public void Report(string text)
    {
        if (!Settings.IsQuiet)
        {
            Host.Error.WriteLine(text);
        }
    }

    public string AbsolutePath(string path) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, Host.WorkingDirectory));

    /// <summary>A path as people should see it.</summary>
    public string DisplayPath(string absolutePath) => DisplayPaths.Of(absolutePath, Host.WorkingDirectory);

    /// <summary>Finds the files that the arguments of a verb mean.</summary>
    public List<SourceFile> FindSources(IReadOnlyList<string> paths, string? standardInputName) =>
        new SourceFiles(Host, ExcludesOf).Find(paths, standardInputName);

    private IgnoreFile? ExcludesOf(string folder)
    {
        ConfigurationFile configuration = ConfigurationOf(folder);
        return configuration.Excludes.IsEmpty
            ? null
            : IgnoreFile.Of(configuration.ExcludeFolder, configuration.Excludes.Select(e => e.Text));
    }
}
