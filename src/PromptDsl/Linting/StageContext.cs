using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Targets;
using PromptDsl.Text;

namespace PromptDsl.Linting;

/// <summary>A stage as rules see it: what it says, passage by passage, and the words of the lexicon in it.</summary>
internal sealed class StageContext
{
    private readonly ILookup<string, TermHit> _hits;

    public StageContext(BuildContext build, Stage stage, CompiledStage? compiled, ImmutableArray<Passage> passages)
    {
        Build = build;
        Stage = stage;
        Compiled = compiled;
        Passages = passages;
        Hits = build.File.Scanner.Scan(passages);
        _hits = Hits.ToLookup(h => h.Term.Set.Name, StringComparer.Ordinal);
    }

    public FileContext File => Build.File;

    public BuildContext Build { get; }

    public Stage Stage { get; }

    /// <summary>The stage as it is sent, or null for a plain prompt.</summary>
    public CompiledStage? Compiled { get; }

    /// <summary>What is said to the model, in the order of the model; a plain prompt is one passage of raw prose.</summary>
    public ImmutableArray<Passage> Passages { get; }

    /// <summary>Every word of the lexicon, by passage and position.</summary>
    public ImmutableArray<TermHit> Hits { get; }

    /// <summary>The model that the stage uses, when the catalog knows it.</summary>
    public ImageModel? Model => Compiled is null ? null : File.Compiler.Catalog.Find(Compiled.Request.Model);

    /// <summary>Where to say what the stage lacks: at its head, or without a stage at what the picture is about.</summary>
    public SourceSpan Place =>
        Stage.Name.Length > 0 ? Stage.Place : Stage.Scene.Subject?.Place ?? Stage.Scene.Prompt?.Place ?? Stage.Place;

    public bool IsPlainText => File.IsPlainText;

    /// <summary>The words of one set of the lexicon, by passage and position.</summary>
    public IEnumerable<TermHit> HitsOf(string set) => _hits[set];

    /// <summary>The words of one set of the lexicon where they say what is wanted: neither denied nor quoted.</summary>
    public IEnumerable<TermHit> ClaimsOf(string set) =>
        HitsOf(set).Where(h => h.Passage.IsWording && h is { IsNegated: false, IsQuoted: false });

    public void Report(Diagnostic diagnostic) => File.Report(diagnostic);
}
