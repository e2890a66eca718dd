using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Changes;
using PromptDsl.Linting.Claims;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Requirements;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Targets;
using PromptDsl.Text;

namespace PromptDsl.Linting;

/// <summary>A stage as rules see it: what it says, passage by passage, and the words of the lexicon in it.</summary>
internal sealed class StageContext
{
    private readonly ILookup<string, TermHit> _hits;
    private readonly Lazy<Dictionary<(string Set, Passage Passage), ImmutableArray<TermHit>>> _hitsByPassage;
    private readonly Lazy<Dictionary<object, Passage>> _passageOf;
    private readonly Lazy<ImmutableArray<Claim>> _claims;
    private readonly Lazy<ImmutableArray<Prohibition>> _prohibitions;
    private readonly Lazy<ImmutableArray<Change>> _changes;

    public StageContext(BuildContext build, Stage stage, CompiledStage? compiled, ImmutableArray<Passage> passages)
    {
        Build = build;
        Stage = stage;
        Compiled = compiled;
        Passages = passages;
        Hits = build.File.Scanner.Scan(passages);
        _hits = Hits.ToLookup(h => h.Term.Set.Name, StringComparer.Ordinal);
        _hitsByPassage = new(() =>
            Hits.GroupBy(h => (h.Term.Set.Name, h.Passage)).ToDictionary(g => g.Key, g => g.ToImmutableArray())
        );
        _passageOf = new(() =>
            Passages
                .DistinctBy<Passage, object>(p => p.Text, ReferenceEqualityComparer.Instance)
                .ToDictionary<Passage, object>(p => p.Text, ReferenceEqualityComparer.Instance)
        );
        _claims = new(() => ClaimReader.Read(this));
        _prohibitions = new(() => [.. ProhibitionReader.Read(this)]);
        _changes = new(() => [.. ChangeReader.Read(this)]);
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

    /// <summary>The words of one set of the lexicon in one passage, by position.</summary>
    public ImmutableArray<TermHit> HitsOf(string set, Passage passage) =>
        _hitsByPassage.Value.TryGetValue((set, passage), out ImmutableArray<TermHit> hits) ? hits : [];

    /// <summary>The words of one set of the lexicon in one text of the author, by position.</summary>
    public ImmutableArray<TermHit> HitsOf(string set, AuthoredText text) =>
        _passageOf.Value.TryGetValue(text, out Passage? passage) ? HitsOf(set, passage) : [];

    /// <summary>
    /// Those of them that begin near a position, by position. A rule that looks for a word beside another asks
    /// for these, so that a text of any length is looked at in proportion to its length.
    /// </summary>
    public ImmutableArray<TermHit> HitsNear(string set, Passage passage, int position)
    {
        ImmutableArray<TermHit> hits = HitsOf(set, passage);
        int first = FirstFrom(hits, position - HitSurroundings.Reach);
        return hits[first..FirstFrom(hits, position + HitSurroundings.Reach + 1)];
    }

    /// <inheritdoc cref="HitsNear(string, Passage, int)"/>
    public ImmutableArray<TermHit> HitsNear(string set, TermHit hit) => HitsNear(set, hit.Passage, hit.Span.Start);

    /// <summary>What is said of the picture, its areas and its things.</summary>
    public ImmutableArray<Claim> Claims => _claims.Value;

    /// <summary>What must not be there.</summary>
    public ImmutableArray<Prohibition> Prohibitions => _prohibitions.Value;

    /// <summary>What the changes of an edit do, in order.</summary>
    public ImmutableArray<Change> Changes => _changes.Value;

    /// <summary>The words of one set of the lexicon where they say what is wanted: neither denied nor quoted.</summary>
    public IEnumerable<TermHit> ClaimsOf(string set) => HitsOf(set).Where(h => h.IsClaim);

    public void Report(Diagnostic diagnostic) => File.Report(diagnostic);

    private static int FirstFrom(ImmutableArray<TermHit> hits, int start)
    {
        int low = 0;
        int high = hits.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = hits[middle].Span.Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
