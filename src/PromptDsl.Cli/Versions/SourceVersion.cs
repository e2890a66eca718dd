using PromptDsl.Assets;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Files;
using PromptDsl.Compilation.Dialects;
using PromptDsl.Planning;

namespace PromptDsl.Cli.Versions;

/// <summary>One side of a comparison: the files as they are in a folder, or as they were in a revision.</summary>
/// <param name="name">What it is called.</param>
/// <param name="context">A context in its folder.</param>
/// <param name="settings">What the command line says about the compilation.</param>
/// <param name="folder">The copy of the revision; null for the files as they are.</param>
internal sealed class SourceVersion(
    string name,
    CommandContext context,
    CompileSettings settings,
    RevisionFolder? folder = null
)
{
    private readonly SourceLoader _loader = new(context);

    public string Name { get; } = name;

    public DialectLoader Dialects { get; } = new(context);

    /// <summary>Whether there is something at a path.</summary>
    public bool Has(string path) => Path.Exists(context.AbsolutePath(path));

    /// <summary>A file by its path.</summary>
    public VersionFile Load(string path, string key) =>
        Load(new SourceFile(context.AbsolutePath(path), path, IsStandardInput: false, IsNamed: true), key);

    /// <summary>The files at a path, by their path relative to a folder; none when there is nothing.</summary>
    public IEnumerable<VersionFile> Find(string path, string relativeTo)
    {
        string root = context.AbsolutePath(relativeTo);
        return context
            .FindExistingSources(path)
            .Select(f => Load(f, Path.GetRelativePath(root, f.AbsolutePath).Replace('\\', '/')));
    }

    /// <summary>Compiles a file for a plan under a path; a file that is not there is none.</summary>
    public PlanSource? Compile(VersionFile? file, string path)
    {
        if (file is null)
        {
            return null;
        }

        Project project = file.Source.Project;
        try
        {
            CompilationResult result = new PromptCompiler(project.Files).Compile(file.Source.Text, file.Options);

            // Findings about pictures are none of meaning; for the price their sizes are looked at.
            IAssetInspector assets = folder is null ? project.Assets : new RevisionAssets(folder, project.Root);
            return new PlanSource(path, result, file.Options with { Assets = assets });
        }
        catch (PromptTemplateException e) when (file.Options.Dialect is { } dialect)
        {
            throw Dialects.Explain(e, dialect);
        }
    }

    private VersionFile Load(SourceFile file, string key)
    {
        LoadedSource source = _loader.Load(file);
        return new VersionFile(key, source, settings.OptionsFor(source.Project.Configuration, Dialects));
    }
}
