using PromptDsl.Cli.CommandLine;
using PromptDsl.Text;

namespace PromptDsl.Cli.Files;

/// <summary>Reads source files; files of one project share what they use.</summary>
internal sealed class SourceLoader(CommandContext context)
{
    private readonly Dictionary<string, Project> _projects = new(StringComparer.Ordinal);

    /// <summary>Reads a file, or standard input in its place.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public LoadedSource Load(SourceFile file)
    {
        context.Host.Cancellation.ThrowIfCancellationRequested();
        Project project = ProjectOf(Path.GetDirectoryName(file.AbsolutePath)!);
        byte[] bytes = file.IsStandardInput
            ? context.ReadInputAsync(input => BoundedFile.Read(input)).GetAwaiter().GetResult()
            : BoundedFile.ReadNamed(file.AbsolutePath, file.DisplayPath);
        SourceText text = SourceText.FromBytes(bytes, project.Root.LogicalPath(file.AbsolutePath));
        return new LoadedSource(file, project, text, context);
    }

    private Project ProjectOf(string folder)
    {
        ProjectRoot root = ProjectRoot.Of(folder);
        if (!_projects.TryGetValue(root.Folder, out Project? project))
        {
            project = new Project(
                new ProjectFiles(root),
                context.ConfigurationOf(folder),
                new ProjectLock(root, context)
            );
            _projects.Add(root.Folder, project);
        }

        return project;
    }
}
