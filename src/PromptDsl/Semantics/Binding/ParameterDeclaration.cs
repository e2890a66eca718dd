using System.Collections.Immutable;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding;

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

/// <summary>A restriction of a parameter's value.</summary>
/// <param name="Rule">What the value is when it satisfies it: "at most 40 characters long".</param>
/// <param name="Holds">Whether a value satisfies it.</param>
/// <param name="Place">Where it is said.</param>
internal sealed record Restriction(string Rule, Func<BoundValue, bool> Holds, SourceSpan Place);
