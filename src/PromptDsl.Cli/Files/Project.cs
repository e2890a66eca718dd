using PromptDsl.Cli.Configuration;
using PromptDsl.Text;

namespace PromptDsl.Cli.Files;

/// <summary>The files below one root, and the settings for them.</summary>
internal sealed record Project(ProjectFiles Files, ConfigurationFile Configuration)
{
    public ProjectRoot Root => Files.Root;

    public string AbsolutePath(SourceText source) => Root.AbsolutePath(source.Path);
}
