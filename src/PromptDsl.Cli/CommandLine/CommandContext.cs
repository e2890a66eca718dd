using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Terminal;
using PromptDsl.Cli.Versions;

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

    /// <summary>Reads standard input. Nothing interrupts such a read, so an interrupted verb does not wait for its end.</summary>
    /// <exception cref="OperationCanceledException">The verb was interrupted.</exception>
    public Task<T> ReadInputAsync<T>(Func<Stream, T> read) =>
        Task.Run(() => read(Host.Input), CancellationToken.None).WaitAsync(Host.Cancellation);

    public string AbsolutePath(string path) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, Host.WorkingDirectory));

    /// <summary>A path as people should see it.</summary>
    public string DisplayPath(string absolutePath) => DisplayPaths.Of(absolutePath, Host.WorkingDirectory);

    /// <summary>Finds the files that the arguments of a verb mean.</summary>
    /// <param name="paths">The arguments.</param>
    /// <param name="standardInputName">What standard input is called.</param>
    /// <param name="sought">Which files are found without being named; the sources of the language if left out.</param>
    public List<SourceFile> FindSources(
        IReadOnlyList<string> paths,
        string? standardInputName,
        SoughtFiles? sought = null
    ) => new SourceFiles(Host, ExcludesOf, sought ?? SoughtFiles.Sources).Find(paths, standardInputName);

    /// <summary>The files at a path; none when there is nothing.</summary>
    public IReadOnlyList<SourceFile> FindExistingSources(string path) =>
        new SourceFiles(Host, ExcludesOf, SoughtFiles.Sources).FindExisting(path);

    /// <summary>The same with another folder in place of the working directory.</summary>
    public CommandContext In(string folder) =>
        new(
            new RevisionHost(Host, folder),
            Settings with
            {
                Config = Settings.Config is { } config ? AbsolutePath(config) : null,
            }
        );

    private IgnoreFile? ExcludesOf(string folder)
    {
        ConfigurationFile configuration = ConfigurationOf(folder);
        return configuration.Excludes.IsEmpty
            ? null
            : IgnoreFile.Of(configuration.ExcludeFolder, configuration.Excludes.Select(e => e.Text));
    }
}
