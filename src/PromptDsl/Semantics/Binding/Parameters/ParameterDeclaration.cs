using System.Collections.Immutable;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Parameters;

/// <summary>A parameter as it is declared, ready to check values.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">One of <see cref="Schema.LanguageSchema.ParameterTypes"/>.</param>
/// <param name="Options">The options of a choice.</param>
/// <param name="Restrictions">What a value must satisfy beside its type.</param>
/// <param name="Place">Where the name is declared.</param>
internal sealed record ParameterDeclaration(
    string Name,
    string Type,
    ImmutableArray<BoundValue> Options,
    ImmutableArray<Restriction> Restrictions,
    SourceSpan Place
)
{
    /// <summary>Every value that the parameter can have, or null when there is no end of them.</summary>
    public IReadOnlyList<BoundValue>? AllValues =>
        Type switch
        {
            "choice" => Options,
            "boolean" => [new BooleanValue(false, Place), new BooleanValue(true, Place)],
            _ => null,
        };
}
