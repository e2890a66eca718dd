using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Findings;
using PromptDsl.Compilation.Dialects;

namespace PromptDsl.Cli.Files;

/// <summary>Compiles all files of a run.</summary>
internal sealed class SourceCompiler(CommandContext context, CompileSettings settings)
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
            CompilerOptions options = settings.OptionsFor(source.Project.Configuration, dialects);
            Sources.Add(new CompiledSource(source, Compile(source, options, dialects)));
        }

        // Only now is it known which files are used.
        Templates = Sources.RemoveAll(c => c.IsTemplate);
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
