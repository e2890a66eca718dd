using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding;

/// <summary>Reads declarations of parameters, and checks the values that they get.</summary>
internal sealed class ParameterChecker(DiagnosticBag diagnostics, Evaluator evaluator)
{
    private readonly RestrictionReader _restrictions = new(diagnostics, evaluator);

    public ParameterDeclaration Declare(ParamSyntax param, Scope scope)
    {
        Module module = scope.Module;
        string type = param.Type.Name;
        if (!LanguageSchema.ParameterTypes.Contains(type))
        {
            string? suggestion = Suggestion.For(
                type,
                LanguageSchema.ParameterTypes.Concat(["string", "int", "float", "bool", "colour", "enum", "array"])
            );
            string? known = suggestion switch
            {
                "string" => "text",
                "int" or "float" => "number",
                "bool" => "boolean",
                "colour" => "color",
                "enum" => "choice",
                "array" => "list",
                _ => suggestion,
            };
            diagnostics.Add(
                ParameterDiagnostics.UnknownType(module.Place(param.Type.NameToken), type, known, suggestion != known)
            );
            type = known ?? "text";
        }

        ImmutableArray<BoundValue> options = DeclareOptions(param, type, scope);
        return new ParameterDeclaration(
            param.Name,
            type,
            options,
            _restrictions.Read(param, type, scope),
            module.Place(param.NameToken)
        );
    }

    private ImmutableArray<BoundValue> DeclareOptions(ParamSyntax param, string type, Scope scope)
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

    // ---- values

    /// <summary>The value when it fits the declaration; an error after a report when not.</summary>
    /// <param name="origin">Where a value from outside comes from; empty for one of the source.</param>
    public BoundValue Check(ParameterDeclaration declaration, BoundValue value, string origin)
    {
        if (value is ErrorValue)
        {
            return value;
        }

        SourceSpan place = origin.Length == 0 ? value.Place : declaration.Place;
        if (!TryFit(declaration, ref value))
        {
            string? options = declaration.Options.IsEmpty
                ? null
                : string.Join(", ", declaration.Options.Select(o => $"\"{o.Written}\""));
            bool shown = options is not null || (origin.Length > 0 && value is not ListValue);
            string found = shown ? $"\"{Shorten(value.Written)}\"" : Forms.Describe(value);
            string? unquoted = origin.Length == 0 ? Unquoted(declaration, value) : null;
            diagnostics.Add(
                ParameterDiagnostics.Value(place, declaration.Name, declaration.Type, found, origin, options, unquoted)
            );
            return new ErrorValue(place);
        }

        foreach (Restriction restriction in declaration.Restrictions)
        {
            if (!restriction.Holds(value))
            {
                string found = value is TextValue text ? $"\"{Shorten(text.Text.Plain)}\"" : Shorten(value.Written);
                diagnostics.Add(
                    ParameterDiagnostics.RestrictionFailed(
                        place,
                        restriction.Place,
                        declaration.Name,
                        found,
                        restriction.Rule
                    )
                );
            }
        }

        return value;
    }

    /// <summary>What a text would be without its quotation marks, when that is what the parameter takes.</summary>
    private string? Unquoted(ParameterDeclaration declaration, BoundValue value)
    {
        if (value is not TextValue text || text.Place.Span.Length != text.Written.Length + 2)
        {
            return null;
        }

        BoundValue? literal = Literals.Parse(text.Written, text.Place);
        return literal is not null && TryFit(declaration, ref literal) ? text.Written : null;
    }

    private bool TryFit(ParameterDeclaration declaration, ref BoundValue value)
    {
        switch (declaration.Type)
        {
            case "text":
                return value is TextValue;
            case "number":
                return value is NumberValue;
            case "percent":
                return value is PercentValue;
            case "ratio":
                return value is RatioValue;
            case "size":
                return value is SizeValue;
            case "color":
                return value is ColorValue or TextValue;
            case "boolean":
                return value is BooleanValue;
            case "image":
                value = value is TextValue text ? evaluator.ToImage(text.Text.Plain, text.Place) : value;
                return value is ImageValue or ErrorValue;
            case "choice":
                string written = value.Written;
                return declaration.Options.IsEmpty || declaration.Options.Any(o => o.Written == written);
            default:
                return value is ListValue;
        }
    }

    /// <summary>A value given as text, read by the declared type; reported with its origin when it does not fit.</summary>
    public BoundValue Read(ParameterDeclaration declaration, ParameterBinding binding)
    {
        SourceSpan place = declaration.Place;
        BoundValue value = ReadAs(declaration, binding, place);
        return Check(declaration, value, binding.Origin);
    }

    private BoundValue ReadAs(ParameterDeclaration declaration, ParameterBinding binding, SourceSpan place)
    {
        if (binding.Items is { } items)
        {
            return new ListValue([.. items.Select(i => ReadItem(i, place))], place);
        }

        return declaration.Type switch
        {
            "text" or "choice" => Text(binding.Text, place),
            "image" => ReadImage(binding.Text, place),
            "color" => Literals.Parse(binding.Text, place) as ColorValue ?? (BoundValue)Text(binding.Text, place),
            "list" => Text(binding.Text, place),
            _ => Literals.Parse(binding.Text.Trim(), place) ?? Text(binding.Text, place),
        };
    }

    private static BoundValue ReadItem(ParameterBinding item, SourceSpan place) =>
        item.Items is { } items
            ? new ListValue([.. items.Select(i => ReadItem(i, place))], place)
            : Literals.Parse(item.Text, place) ?? Text(item.Text, place);

    /// <summary>A picture from outside is named from the project root, not from the file that declares the parameter.</summary>
    private BoundValue ReadImage(string path, SourceSpan place)
    {
        LogicalPath.Outcome outcome = LogicalPath.Combine("", path, out string logical);
        if (outcome == LogicalPath.Outcome.Ok)
        {
            return new ImageValue(logical, place);
        }

        diagnostics.Add(
            outcome == LogicalPath.Outcome.OutsideRoot
                ? ValueDiagnostics.PathOutsideRoot(place, path)
                : ValueDiagnostics.MalformedPath(place, path) with
                {
                    Help =
                        "A path from outside is relative to the project root, with / on every system: `refs/board.png`.",
                }
        );
        return new ErrorValue(place);
    }

    private static TextValue Text(string text, SourceSpan place) =>
        new(new AuthoredText([new TextRun(text, place)], place));

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..39] + "…";
}
