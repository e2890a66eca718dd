using PromptDsl.Syntax;

namespace WebApi;

/// <summary>A parameter, as its file declares it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type, for a choice with its options: <c>choice ["spring", "autumn"]</c>.</param>
/// <param name="Default">The value without one from outside; null when one must be given.</param>
/// <param name="Restrictions">What a value must satisfy beside its type, such as <c>{ max-length: 60 }</c>; or null.</param>
public sealed record ParameterInfo(string Name, string Type, string? Default, string? Restrictions)
{
    internal static ParameterInfo Of(ParamSyntax syntax, SyntaxTree tree) =>
        new(
            syntax.Name,
            tree.Source.ToString(syntax.Type.Span),
            syntax.Default is { } value ? tree.Source.ToString(value.Span) : null,
            syntax.Body is { } body ? tree.Source.ToString(body.Span) : null
        );
}
