using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>Something in the picture. Fields hold what the schema lists for its kind.</summary>
/// <param name="Name">The name, or null; unique among the things that a stage can see.</param>
/// <param name="Fields">Everything said about it except its value and relations.</param>
/// <param name="Relations">Its relations to other things, in the order of the source.</param>
/// <param name="Place">The head of the statement that declares it.</param>
public abstract record Thing(string? Name, FieldSet Fields, ImmutableArray<Relation> Relations, SourceSpan Place)
{
    /// <summary>The name as it is spoken: <c>stone-bridge</c> reads "stone bridge".</summary>
    public string? SpokenName => Name?.Replace('-', ' ').Replace('_', ' ');
}
