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

    /// <summary>Whether the words that it acts on are those of a name or a description, neither more nor less.</summary>
    public bool IsAbout(string[] words) =>
        words.Length > 0
        && Object.Length > 0
        && Object.Select(Words.Singular).SequenceEqual(words.Select(Words.Singular));

    /// <summary>Whether it gives what the words name another look: "make the sky stormy".</summary>
    public bool GivesLookTo(string[] words) =>
        NamesLook && words.Length == Object.Length - 1 && new Change(Verb, Object[..^1]).IsAbout(words);

    /// <summary>Whether the last word that it acts on may be the look that it gives: "make the sky stormy".</summary>
    public bool NamesLook =>
        Object.Length > 1
        && Verb.Text.ToLowerInvariant() is "make" or "turn" or "paint" or "color" or "colour" or "tint";
}
