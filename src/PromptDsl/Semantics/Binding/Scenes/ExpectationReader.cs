using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Scenes;

/// <summary>Reads what a picture must satisfy, and checks that the texts it names are there.</summary>
internal sealed class ExpectationReader(DiagnosticBag diagnostics)
{
    public FieldSet Read(FieldSet expect, ImmutableDictionary<string, Thing> visible)
    {
        foreach (NameValue name in expect.Items("text").OfType<NameValue>())
        {
            if (!visible.TryGetValue(name.Name, out Thing? thing))
            {
                IEnumerable<string> texts = visible.Where(v => v.Value is TextThing).Select(v => v.Key);
                string? suggestion = Suggestion.For(name.Name, texts);
                diagnostics.Add(ValueDiagnostics.UnknownThing(name.Place, name.Name, "text", suggestion));
            }
            else if (thing is not TextThing)
            {
                diagnostics.Add(ValueDiagnostics.WrongThing(name.Place, name.Name, "a text", thing.Place));
            }
        }

        return expect;
    }
}
