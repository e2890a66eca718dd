using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding;

/// <summary>Reads declarations of parameters, and checks the values that they get.</summary>
internal sealed class ParameterChecker(DiagnosticBag diagnostics, Evaluator evaluator)
{
    private const string RestrictionHelp =
        "The restrictions are `matching: \"[A-Z]\"` for text, `min` and `max` for numbers and percentages, `max-length: 40` for text and lists.";

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
            diagnostics.Add(ParameterDiagnostics.UnknownType(module.Place(param.Type.NameToken), type, known));
            type = known ?? "text";
        }

        ImmutableArray<BoundValue> options = DeclareOptions(param, type, scope);
        return new ParameterDeclaration(
            param.Name,
            type,
            options,
            DeclareRestrictions(param, type, scope),
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

    private ImmutableArray<Restriction> DeclareRestrictions(ParamSyntax param, string type, Scope scope)
    {
        if (param.Body is null)
        {
            return [];
        }

        var restrictions = ImmutableArray.CreateBuilder<Restriction>();
        foreach (StatementSyntax statement in param.Body.Statements)
        {
            SourceSpan place = scope.Module.Place(statement);
            if (statement is not PropertySyntax property)
            {
                diagnostics.Add(
                    ParameterDiagnostics.MalformedRestriction(
                        place,
                        "only restrictions stand in the braces of a parameter",
                        RestrictionHelp
                    )
                );
                continue;
            }

            BoundValue value = evaluator.Evaluate(property.Value, scope);
            if (value is ErrorValue)
            {
                continue;
            }

            Restriction? restriction = (property.Key, value) switch
            {
                ("matching", TextValue pattern) when type is "text" => Matching(pattern, place),
                ("min", NumberValue or PercentValue) when type is "number" or "percent" => new(
                    $"at least {value.Written}",
                    v => NumberOf(v) >= NumberOf(value),
                    place
                ),
                ("max", NumberValue or PercentValue) when type is "number" or "percent" => new(
                    $"at most {value.Written}",
                    v => NumberOf(v) <= NumberOf(value),
                    place
                ),
                ("max-length", NumberValue length) when type is "text" or "list" => MaxLength(length, type, place),
                _ => null,
            };
            if (restriction is not null)
            {
                restrictions.Add(restriction);
            }
            else if (!(property.Key == "matching" && value is TextValue && type == "text"))
            {
                bool known = property.Key is "matching" or "min" or "max" or "max-length";
                diagnostics.Add(
                    ParameterDiagnostics.MalformedRestriction(
                        known ? scope.Module.Place(property.Value) : scope.Module.Place(property.KeyToken),
                        known
                            ? $"`{property.Key}` does not fit a parameter of type `{type}` with {Forms.Describe(value)}"
                            : $"`{property.Key}` is no restriction",
                        RestrictionHelp
                    )
                );
            }
        }

        return restrictions.ToImmutable();
    }

    private Restriction? Matching(TextValue pattern, SourceSpan place)
    {
        try
        {
            var regex = new Regex(
                $@"\A(?:{pattern.Text.Plain})\z",
                RegexOptions.NonBacktracking | RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(1)
            );
            return new Restriction(
                $"text that matches {pattern.Text.Plain}",
                v => v is TextValue text && regex.IsMatch(text.Text.Plain),
                place
            );
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            diagnostics.Add(
                ParameterDiagnostics.MalformedRestriction(
                    pattern.Place,
                    "the pattern of `matching` is not understood",
                    "Use a .NET regular expression without look-around and back-references: `[A-Z]`, `\\\\d{4}`, `small|large`."
                )
            );
            return null;
        }
    }

    private static Restriction MaxLength(NumberValue length, string type, SourceSpan place)
    {
        int maximum = (int)Math.Clamp(length.Number, 0, int.MaxValue);
        return type == "list"
            ? new Restriction(
                $"a list of at most {maximum} items",
                v => v is ListValue list && list.Items.Length <= maximum,
                place
            )
            : new Restriction(
                $"at most {maximum} characters long",
                v => v is TextValue text && new StringInfo(text.Text.Plain).LengthInTextElements <= maximum,
                place
            );
    }

    private static decimal NumberOf(BoundValue value) =>
        value switch
        {
            NumberValue number => number.Number,
            PercentValue percent => percent.Percent,
            _ => 0,
        };

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
            string found = options is null ? Forms.Describe(value) : $"\"{value.Written}\"";
            diagnostics.Add(
                ParameterDiagnostics.Value(place, declaration.Name, declaration.Type, found, origin, options)
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
                return declaration.Options.Any(o => o.Written == written);
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
        if (LogicalPath.Combine("", path, out string logical) == LogicalPath.Outcome.Ok)
        {
            return new ImageValue(logical, place);
        }

        diagnostics.Add(ValueDiagnostics.MalformedPath(place, path));
        return new ErrorValue(place);
    }

    private static TextValue Text(string text, SourceSpan place) =>
        new(new AuthoredText([new TextRun(text, place)], place));

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..39] + "…";
}
