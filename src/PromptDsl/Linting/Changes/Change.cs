using PromptDsl.Linting.Requirements;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Changes;

/// <summary>One thing that an edit does: a verb and what it acts on.</summary>
/// <param name="Verb">The verb, of the set <c>change-verb</c>.</param>
/// <param name="Object">The words that the verb acts on, in lower case without determiners; empty when they cannot be told.</param>
internal sealed record Change(TermHit Verb, string[] Object)
{
    /// <summary>Whether it takes something out of the picture.</summary>
    public bool Removes => Verb.Value == "remove";

    /// <summary>Whether it puts something in.</summary>
    public bool Adds => Verb.Value == "add";

    /// <summary>Whether it acts on what is there: removes, replaces or alters it.</summary>
    public bool ActsOnExisting => Verb.Value is "remove" or "replace" or "alter";

    /// <summary>What it acts on, as <see cref="Phrases.Of"/> compares it; empty when it cannot be told.</summary>
    public string Phrase => Phrases.Of(Object);

    /// <summary>What it acts on when its last word is the look that it gives: "the sky" in "make the sky stormy".</summary>
    public string PhraseWithoutLook => NamesLook ? Phrases.Of(Object[..^1]) : "";

    /// <summary>Whether the last word that it acts on may be the look that it gives: "make the sky stormy".</summary>
    public bool NamesLook =>
        Object.Length > 1
        && Verb.Text.ToLowerInvariant() is "make" or "turn" or "paint" or "color" or "colour" or "tint";
}
