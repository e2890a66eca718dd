using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Linting.Suppressions;
using PromptDsl.Semantics;
using PromptDsl.Text;

namespace PromptDsl.Cli.Linting;

/// <summary>Looks at the files of a run, all of them at once, and again after some were changed.</summary>
internal sealed class LintRun : IDisposable
{
    private readonly CommandContext _context;
    private readonly LintSettings _settings;
    private readonly SourceCompiler _compiler;
    private readonly RuleSettings _rules;
    private readonly HeadVersions? _versions;
    private readonly ChangedPaths? _changed;
    private List<LoadedSource> _texts = [];

    public LintRun(CommandContext context, CompileSettings compile, LintSettings settings)
    {
        _context = context;
        _settings = settings;
        _compiler = new SourceCompiler(context, compile);
        _rules = new RuleSettings(settings.Selection);

        // What changed since the last commit is a hint; it is looked up only for those who would see it.
        _versions = settings.ShowsHints ? new HeadVersions(context, compile) : null;
        _changed = settings.ChangedSince is { } since ? ChangedPaths.Since(since, context) : null;
    }

    /// <summary>The files in order.</summary>
    public List<LintedFile> Files { get; private set; } = [];

    public void Dispose() => _versions?.Dispose();

    /// <summary>Reads the files and looks at them.</summary>
    /// <exception cref="UsageException">A file cannot be read.</exception>
    public void Lint(IReadOnlyList<SourceFile> files)
    {
        var loader = new SourceLoader(_context);
        _texts = [.. files.Where(IsText).Select(loader.Load).Where(s => HasChanged(s, []))];
        _compiler.Compile([.. files.Where(f => !IsText(f))]);
        Look();
    }

    /// <summary>Looks again after files were changed.</summary>
    /// <param name="change">The text of a file now; the same when it did not change.</param>
    public void LintAgain(Func<LoadedSource, SourceText> change)
    {
        foreach (LintedFile file in Files)
        {
            file.Source.Project.Files.Replace(change(file.Source));
        }

        _texts = _texts.ConvertAll(Changed);
        _compiler.CompileAgain(Changed);
        Look();

        LoadedSource Changed(LoadedSource source) => source with { Text = change(source) };
    }

    private bool IsText(SourceFile file) => _settings.IsText || PlainPrompts.IsOne(file.AbsolutePath);

    private void Look()
    {
        List<Func<LintedFile>> work =
        [
            .. _texts
                .Select(t => (t.File.AbsolutePath, Look: Prepare(t)))
                .Concat(
                    _compiler
                        .Sources.Concat(_compiler.Templates)
                        .Where(c => HasChanged(c.Source, c.Uses))
                        .Select(c => (c.Source.File.AbsolutePath, Look: Prepare(c)))
                )
                .OrderBy(w => w.AbsolutePath, StringComparer.Ordinal)
                .Select(w => w.Look),
        ];
        Files = ParallelMap.Run(work, look => look(), _context.Host.Cancellation);
    }

    private bool HasChanged(LoadedSource source, IEnumerable<string> uses) =>
        _changed is null
        || _changed.Contains(source.File.AbsolutePath)
        || source.Project.Configuration.Chain.Any(_changed.Contains)
        || uses.Any(u => _changed.Contains(source.Project.Root.AbsolutePath(u)));

    // The options are looked up here, one after the other; only the work itself is done side by side.
    private Func<LintedFile> Prepare(LoadedSource text)
    {
        var linter = new Linter(_rules.For(text.Project.Configuration));
        return () =>
        {
            IEnumerable<TextSpan> prompts = PlainPrompts.In(text.Text, _settings.IsTextPerLine);
            return new LintedFile(text, [.. text.Findings(linter.LintText(text.Text, prompts))], IsText: true);
        };
    }

    private Func<LintedFile> Prepare(CompiledSource compiled)
    {
        LoadedSource source = compiled.Source;
        LintOptions options = _rules.For(source.Project.Configuration);
        bool isTemplate = _compiler.Templates.Contains(compiled);
        var linter = new Linter(_versions is null ? options : options with { Previous = _versions.Of(source.File) });
        return () =>
        {
            LintResult result = linter.Check(compiled.Result, compiled.Options);
            IEnumerable<Diagnostic> reported = result.Diagnostics.Where(d =>
                !isTemplate || !ParameterDiagnostics.IsUnbound(d)
            );
            return new LintedFile(
                source,
                [.. source.Findings([.. reported]), .. result.Suppressed.SelectMany(s => Mark(source, s))],
                IsText: false
            );
        };
    }

    private static IEnumerable<Finding> Mark(LoadedSource source, SuppressedDiagnostic suppressed) =>
        source
            .Findings([suppressed.Diagnostic])
            .Select(f =>
                f with
                {
                    Suppression = new FindingSuppression(IsInSource: true, suppressed.Suppression.Reason),
                }
            );
}
