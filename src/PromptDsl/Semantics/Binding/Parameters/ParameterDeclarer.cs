using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Parameters;

/// <summary>Reads declarations of parameters: the type, the options of a choice, the restrictions.</summary>
internal sealed class ParameterDeclarer(DiagnosticBag diagnostics, Evaluator evaluator)
{
    /// <summary>What other languages call the types, in the order in which it is suggested.</summary>
    private static readonly OrderedDictionary<string, string> ForeignTypes = new(StringComparer.Ordinal)
    {
        ["string"] = "text",
        ["int"] = "number",
        ["float"] = "number",
        ["bool"] = "boolean",
        ["colour"] = "color",
        ["enum"] = "choice",
        ["array"] = "list",
    };

    private readonly RestrictionReader _restrictions = new(diagnostics, evaluator);

    public ParameterDeclaration Declare(ParamSyntax param, Scope scope)
    {
        string type = ReadType(param.Type, scope.Module);
        return new ParameterDeclaration(
            param.Name,
            type,
            ReadOptions(param, type, scope),
            _restrictions.Read(param, type, scope),
            scope.Module.Place(param.NameToken)
        );
    }

    /// <summary>The type as the language calls it; for an unknown one the most likely after a report.</summary>
    private string ReadType(TypeSyntax syntax, Module module)
    {
        string type = syntax.Name;
        if (LanguageSchema.ParameterTypes.Contains(type))
        {
            return type;
        }

        string? suggestion = Suggestion.For(type, LanguageSchema.ParameterTypes.Concat(ForeignTypes.Keys));
        string? known = suggestion is null ? null : ForeignTypes.GetValueOrDefault(suggestion, suggestion);
        diagnostics.Add(
            ParameterDiagnostics.UnknownType(module.Place(syntax.NameToken), type, known, suggestion != known)
        );
        return known ?? "text";
    }

    private ImmutableArray<BoundValue> ReadOptions(ParamSyntax param, string type, Scope scope)
    {
        if (type != "choice")
        {
            if (param.Type.Options is { } stray)
            {
                diagnostics.Add(
                    ParameterDiagnostics.ChoiceOptions(
                        scope.Module.Place(stray),
                        $"a parameter of type `{type}` has no options"
                    )
                );
            }

            return [];
        }

        SourceSpan place = scope.Module.Place(param.Type.Span.Length > 0 ? param.Type.Span : param.Span);
        if (param.Type.Options is not { } list || list.Items.IsEmpty)
        {
            diagnostics.Add(ParameterDiagnostics.ChoiceOptions(place, "the choice has no options"));
            return [];
        }

        return ((ListValue)evaluator.Evaluate(list, scope)).Items;
    }
}
