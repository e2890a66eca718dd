using System.Collections.Immutable;
using PromptDsl.Semantics.Values;
using PromptDsl.Targets.Requests;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>
/// A stage with everything that it says to the model already put together: for a new picture the
/// sections of the file and its own, for an edit its own, what is kept, and a reminder of the style.
/// </summary>
public sealed record Stage
{
    /// <summary>The name in the file; empty for a file without stages.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it changes pictures rather than making a new one.</summary>
    public required bool IsEdit { get; init; }

    /// <summary>The head of the statement; for a file without stages the first statement.</summary>
    public required SourceSpan Place { get; init; }

    /// <summary>For a new picture everything that describes it; for an edit only what the stage says itself.</summary>
    public required Scene Scene { get; init; }

    /// <summary>What stands in the stage itself; nothing for a file without stages.</summary>
    public Scene Own { get; init; } = Scene.Empty;

    /// <summary>The references that stand in the stage itself.</summary>
    public ImmutableArray<Reference> OwnReferences { get; init; } = [];

    /// <summary>What an edit changes.</summary>
    public ImmutableArray<AuthoredText> Changes { get; init; } = [];

    /// <summary>What an edit leaves as it is, in order.</summary>
    public ImmutableArray<KeptItem> Keeps { get; init; } = [];

    /// <summary>Whether <see cref="Keeps"/> is what the stage says, not what is kept by default.</summary>
    public bool SaysKeep { get; init; }

    /// <summary>Medium, movement, palette and mixes that an edit is reminded of; null for a new picture.</summary>
    public StyleSection? StyleReminder { get; init; }

    /// <summary>Where everything important must be; known for an edit too, although only a new picture says it.</summary>
    public SafeAreaSection? SafeArea { get; init; }

    /// <summary>The pictures that are sent, numbered from 1 in this order.</summary>
    public ImmutableArray<InputPicture> Inputs { get; init; } = [];

    /// <summary>The logical path of the mask, or null.</summary>
    public ImageValue? Mask { get; init; }

    /// <summary>The stages whose pictures it reads.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>How many alternatives are asked for; 1 when nothing is said.</summary>
    public int Variants { get; init; } = 1;

    /// <summary>Which alternative goes on, counted from 1.</summary>
    public int Select { get; init; } = 1;

    public ApiRoute Route { get; init; }

    /// <summary>Parameters of the API.</summary>
    public required ImageParameters Parameters { get; init; }

    /// <summary>Where each key of <c>technical</c> that is in force was said.</summary>
    public FieldSet Technical { get; init; } = FieldSet.Empty;

    /// <summary>What the picture must satisfy.</summary>
    public FieldSet Expect { get; init; } = FieldSet.Empty;

    /// <summary>Everything that relations, callouts and keep lists of this stage may name, by name.</summary>
    public required ImmutableDictionary<string, Thing> Visible { get; init; }
}
