using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Linting.Requirements;

/// <summary>What a stage asks for, to be held against what it forbids.</summary>
internal sealed class RequiredThings
{
    private readonly ScopeLookup<string, TermHit> _nouns = new();
    private readonly ScopeLookup<string, SourceSpan> _texts = new();
    private readonly ScopeLookup<string, (string[] Words, SourceSpan Place)> _objects = new();

    public RequiredThings(StageContext context)
    {
        AddNouns(context);
        AddTexts(context.Stage.Scene);
        AddObjects(context);
    }

    /// <summary>Where the first thing is asked for that a prohibition forbids, or null.</summary>
    public SourceSpan? Find(Prohibition prohibition)
    {
        PassageScope scope = prohibition.Passage.Scope;
        return prohibition.Kind switch
        {
            Nouns.Text => _texts[scope, Nouns.Text] is [var text, ..] ? text : null,
            { } kind => _nouns[scope, kind] is [var noun, ..] ? noun.Place : null,
            null => SameWords(prohibition, scope),
        };
    }

    // A noun is one of its own kind and of those above it: "animal/dog" and "animal".
    private void AddNouns(StageContext context)
    {
        foreach (TermHit noun in context.HitsOf(Nouns.Set).Where(h => IsContent(h) && Nouns.IsThere(context, h)))
        {
            PassageScope scope = noun.Passage.Scope;
            for (string kind = noun.Value; kind.Length > 0; kind = kind[..Math.Max(0, kind.LastIndexOf('/'))])
            {
                _nouns.Add(kind, noun, scope.Area, scope.Thing);
            }
        }
    }

    private static bool IsContent(TermHit noun) =>
        noun.Value != Nouns.Text
        && (Nouns.TellsContent(noun.Passage) || noun.Passage is { Role: PassageRole.Reference, Key: "take" });

    private void AddTexts(Scene scene)
    {
        foreach ((Thing thing, AreaContent? area) in SceneWalk.Things(scene))
        {
            SourceSpan? place = thing switch
            {
                TextThing text => text.Literal.Place,
                CalloutThing callout => callout.Label.Place,
                TableThing table => table.Title?.Place ?? table.Place,
                _ => null,
            };
            if (place is { } lettering)
            {
                _texts.Add(Nouns.Text, lettering, area, thing);
            }
        }
    }

    private void AddObjects(StageContext context)
    {
        foreach (
            Passage passage in context.Passages.Where(p => p is { Kind: "object", Key: null, Scope.Thing: ObjectThing })
        )
        {
            if (context.HitsOf("depiction", passage).IsEmpty)
            {
                string[] words = Phrases.HeadPhrase(passage.Plain);
                foreach (string word in words.Distinct(StringComparer.Ordinal))
                {
                    _objects.Add(word, (words, passage.Text.Place), passage.Scope.Area, passage.Scope.Thing);
                }
            }
        }
    }

    // A noun that the lexicon does not know: the thing must be called just so, "umbrellas" and "a red umbrella".
    private SourceSpan? SameWords(Prohibition prohibition, PassageScope scope)
    {
        var rarest = prohibition.Words.Select(w => _objects[scope, w]).MinBy(o => o.Count)!;
        return rarest
            .Where(o => o.Words[^1] == prohibition.Words[^1] && prohibition.Words.All(o.Words.Contains))
            .Select(o => (SourceSpan?)o.Place)
            .FirstOrDefault();
    }
}
