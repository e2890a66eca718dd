using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;
using PromptDsl.Locking;
using PromptDsl.Semantics;

namespace PromptDsl.Cli.Locking;

/// <summary>Compares what was compiled with the locks of its projects, or renews them.</summary>
internal sealed class LockKeeper(CommandContext context, IReadOnlyList<CompiledSource> sources, LockUse use)
{
    private readonly List<(Project Project, LockFile Content)> _renewed = [];

    /// <summary>What keeps the run from going on.</summary>
    /// <exception cref="UsageException">A lock is required and there is none.</exception>
    public List<Finding> Findings() =>
        [
            .. use switch
            {
                LockUse.Require => Projects().SelectMany(Compare),
                LockUse.Renew => Projects().SelectMany(Renew),
                _ => [],
            },
        ];

    /// <summary>Writes the renewed locks.</summary>
    /// <exception cref="UsageException">One cannot be written.</exception>
    public void Write()
    {
        foreach ((Project project, LockFile content) in _renewed)
        {
            string state = project.Lock.Write(content) ? "" : " was up to date";
            context.Report(
                $"{project.Lock.DisplayPath}{state}: {Forms.Count(content.Files.Count, "file")}, {Forms.Count(content.Models.Count, "model")}, {Forms.Count(content.Pictures.Count, "picture")}"
            );
        }
    }

    private IEnumerable<IGrouping<Project, CompiledSource>> Projects() => sources.GroupBy(s => s.Source.Project);

    private static List<Finding> Compare(IGrouping<Project, CompiledSource> compiled)
    {
        Project project = compiled.Key;
        LockFile locked =
            project.Lock.Content
            ?? throw new UsageException(
                $"there is no `{project.Lock.DisplayPath}` to compare with",
                "Make it with `promptc build --lock`, and commit it."
            );
        return
        [
            .. compiled.SelectMany(c =>
                c.Source.Findings(new LockComparer(locked, c.Options.Catalog, project.Assets).Compare(c.Result))
            ),
        ];
    }

    private List<Finding> Renew(IGrouping<Project, CompiledSource> compiled)
    {
        Project project = compiled.Key;
        var builder = new LockBuilder(project.Lock.Content, compiled.First().Options.Catalog, project.Assets);
        var findings = new List<Finding>();
        foreach (CompiledSource source in compiled)
        {
            findings.AddRange(source.Source.Findings(builder.Add(source.Result)));
        }

        _renewed.Add((project, builder.Build(path => File.Exists(project.Root.AbsolutePath(path)))));
        return findings;
    }
}
