using System.Collections.Immutable;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Findings;
using PromptDsl.Cli.Locking;
using PromptDsl.Compilation.Dialects;
using PromptDsl.Diagnostics;
using PromptDsl.Locking;

namespace PromptDsl.Cli.Files;

/// <summary>Compiles all files of a run.</summary>
internal sealed class SourceCompiler(CommandContext context, CompileSettings settings, LockUse lockUse = LockUse.Follow)
{
    /// <summary>What the files became, without the templates among them.</summary>
    public List<CompiledSource> Sources { get; } = [];

    /// <summary>The findings in them.</summary>
    public IEnumerable<Finding> Findings => Sources.SelectMany(c => c.Source.Findings(c.Result.Diagnostics));

    /// <summary>How many templates were left to the files that use them.</summary>
    public int Templates { get; private set; }

    /// <summary>Compiles them.</summary>
    /// <exception cref="UsageException">A file cannot be read.</exception>
    public void Compile(IReadOnlyList<SourceFile> files)
    {
        var loader = new SourceLoader(context);
        var dialects = new DialectLoader(context);
        foreach (SourceFile file in files)
        {
            LoadedSource source = loader.Load(file);
            CompilerOptions options = OptionsFor(source.Project, dialects);
            CompilationResult result = Compile(source, options, dialects);
            Sources.Add(new CompiledSource(source, options, RefuseUnknownSnapshots(result, source.Project, options)));
        }

        // Only now is it known which files are used.
        Templates = Sources.RemoveAll(c => c.IsTemplate);
    }

    private CompilerOptions OptionsFor(Project project, DialectLoader dialects)
    {
        CompilerOptions options = settings.OptionsFor(project.Configuration, dialects);
        IModelPins? pins =
            lockUse == LockUse.Renew ? new NewestSnapshots(options.Catalog)
            : project.Lock.Content is { } locked ? new LockedSnapshots(locked, options.Catalog)
            : null;
        return options with { Assets = project.Assets, Pins = pins };
    }

    /// <summary>What a lock says is sent or is an error, whatever the verb.</summary>
    private CompilationResult RefuseUnknownSnapshots(CompilationResult result, Project project, CompilerOptions options)
    {
        if (lockUse == LockUse.Renew || project.Lock.Content is not { } locked)
        {
            return result;
        }

        ImmutableArray<Diagnostic> unknown = new LockComparer(
            locked,
            options.Catalog,
            project.Assets
        ).FindUnknownSnapshots(result);
        return unknown.IsEmpty
            ? result
            : result with
            {
                Diagnostics = [.. result.Diagnostics, .. unknown],
                Builds = [],
            };
    }

    private static CompilationResult Compile(LoadedSource source, CompilerOptions options, DialectLoader dialects)
    {
        try
        {
            return new PromptCompiler(source.Project.Files).Compile(source.Text, options);
        }
        catch (PromptTemplateException e) when (options.Dialect is { } dialect)
        {
            throw dialects.Explain(e, dialect);
        }
    }
}
