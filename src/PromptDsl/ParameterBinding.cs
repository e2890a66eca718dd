using System.Collections.Immutable;
using PromptDsl.Syntax;

namespace PromptDsl;

/// <summary>A value for a parameter from outside: from <c>--set</c>, or from a parameter file.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Text">The value as text; read by the declared type of the parameter.</param>
/// <param name="Origin">Where it comes from, for messages: <c>--set</c> or <c>params.yaml:3</c>.</param>
public sealed record ParameterBinding(string Name, string Text, string Origin)
{
    /// <summary>The parameter, in NFC as names are compared.</summary>
    public string Name { get; init; } = Identifiers.Normalize(Name);

    /// <summary>The items when the value is a list; an item may be a list itself.</summary>
    public ImmutableArray<ParameterBinding>? Items { get; init; }
}
