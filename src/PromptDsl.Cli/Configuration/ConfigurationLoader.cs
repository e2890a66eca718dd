using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Text;

namespace PromptDsl.Cli.Configuration;

/// <summary>Finds and reads configuration files with what they extend; each is read once.</summary>
internal sealed class ConfigurationLoader(Func<string, string> displayPath)
{
    private const int MaxDepth = 16;

    private readonly Dictionary<string, ConfigurationFile> _loaded = new(StringComparer.Ordinal);

    /// <summary>The configuration of a folder: the nearest file upwards, alone.</summary>
    public ConfigurationFile Nearest(string folder)
    {
        string? holder = ProjectRoot.FindUpwards(
            folder,
            f => File.Exists(Path.Combine(f, ProjectRoot.ConfigurationFile))
        );
        return holder is null ? ConfigurationFile.Empty : Load(Path.Combine(holder, ProjectRoot.ConfigurationFile));
    }

    /// <summary>Reads a file by name.</summary>
    public ConfigurationFile Load(string path)
    {
        if (!_loaded.TryGetValue(path, out ConfigurationFile? file))
        {
            file = Load(path, []);
            _loaded.Add(path, file);
        }

        return file;
    }

    private ConfigurationFile Load(string path, List<string> chain)
    {
        chain.Add(path);
        var reader = new ConfigurationReader(path);
        string shown = displayPath(path);
        ConfigurationFile file = reader.Read(SourceText.FromBytes(BoundedFile.ReadNamed(path, shown), shown));
        if (reader.Extended is not { } extended)
        {
            return file;
        }

        if (chain.Contains(extended.Text, StringComparer.Ordinal))
        {
            string cycle = string.Join(" -> ", chain.Append(extended.Text).Select(displayPath));
            throw new SourceProblemException(extended.Place, "the configuration extends itself", cycle);
        }

        if (chain.Count >= MaxDepth)
        {
            string all = string.Join(" -> ", chain.Select(displayPath));
            throw new SourceProblemException(
                extended.Place,
                $"the configuration extends more than {MaxDepth} files",
                "one too many",
                all
            );
        }

        return File.Exists(extended.Text)
            ? file.Over(Load(extended.Text, chain))
            : throw new SourceProblemException(
                extended.Place,
                $"the extended file `{displayPath(extended.Text)}` does not exist",
                "relative to this file"
            );
    }
}
