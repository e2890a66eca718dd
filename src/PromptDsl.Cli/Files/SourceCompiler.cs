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
    private readonly DialectLoader _dialects = new(context);

    /// <summary>What the files became, without the templates among them.</summary>
    public List<CompiledSource> Sources { get; } = [];

    /// <summary>The findings in them.</summary>
    public IEnumerable<Finding> Findings => Sources.SelectMany(c => c.Source.Findings(c.Result.Diagnostics));

    /// <summary>The templates that were left to the files that use them.</summary>
    public List<CompiledSource> Templates { get; } = [];

    /// <summary>Compiles them.</summary>
    /// <exception cref="UsageException">A file cannot be read.</exception>
    public void Compile(IReadOnlyList<SourceFile> files)
    {
        var loader = new SourceLoader(context);
        Compile([.. files.Select(loader.Load).Select(s => (s, OptionsFor(s.Project)))]);
    }

    /// <summary>Compiles the files again after some of them changed.</summary>
    /// <param name="change">What a file is now; the same when it did not change.</param>
    public void CompileAgain(Func<LoadedSource, LoadedSource> change)
    {
        List<(LoadedSource, CompilerOptions)> all =
        [
            .. Sources
                .Concat(Templates)
                .OrderBy(c => c.Source.File.AbsolutePath, StringComparer.Ordinal)
                .Select(c => (change(c.Source), c.Options)),
        ];
        Compile(all);
    }

    private void Compile(List<(LoadedSource Source, CompilerOptions Options)> files)
    {
        Sources.Clear();
        Templates.Clear();
        Sources.AddRange(ParallelMap.Run(files, f => Compile(f.Source, f.Options), context.Host.Cancellation));

        // Only now is it known which files are used.
        Templates.AddRange(Sources.Where(c => c.IsTemplate));
        Sources.RemoveAll(c => c.IsTemplate);
    }

    private CompilerOptions OptionsFor(Project project)
    {
        CompilerOptions options = settings.OptionsFor(project.Configuration, _dialects);
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

    private CompiledSource Compile(LoadedSource source, CompilerOptions options)
    {
        var used = new UsedPaths(source.Project.Files, source.Project.Assets);
        try
        {
            CompilationResult result = new PromptCompiler(used).Compile(source.Text, options with { Assets = used });
            return new CompiledSource(source, options, RefuseUnknownSnapshots(result, source.Project, options))
            {
                Uses = used.All,
            };
        }
        catch (PromptTemplateException e) when (options.Dialect is { } dialect)
        {
            throw _dialects.Explain(e, dialect);
        }
    }
}
