using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Parameters;

/// <summary>Reads what a value must satisfy beside the type of its parameter.</summary>
internal sealed class RestrictionReader(DiagnosticBag diagnostics, Evaluator evaluator)
{
    private const string Help =
        "The restrictions are `matching: \"[A-Z]\"` for text, `min` and `max` for numbers and percentages, `max-length: 40` for text and lists.";

    public ImmutableArray<Restriction> Read(ParamSyntax param, string type, Scope scope)
    {
        var restrictions = ImmutableArray.CreateBuilder<Restriction>();
        var said = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (StatementSyntax statement in param.Body?.Statements ?? [])
        {
            if (statement is not PropertySyntax property)
            {
                Report(
                    scope.Module.Place(statement),
                    "only restrictions stand in the braces of a parameter",
                    "not a restriction"
                );
                continue;
            }

            SourceSpan key = scope.Module.Place(property.KeyToken);
            if (!said.TryAdd(property.Key, key))
            {
                diagnostics.Add(
                    PlacementDiagnostics.DuplicateKey(key, said[property.Key], property.Key, inLoop: false)
                );
            }
            else if (Read(property, type, scope) is { } restriction)
            {
                restrictions.Add(restriction);
            }
        }

        return restrictions.ToImmutable();
    }

    private Restriction? Read(PropertySyntax property, string type, Scope scope)
    {
        string key = property.Key;
        if (key is not ("matching" or "min" or "max" or "max-length"))
        {
            Report(scope.Module.Place(property.KeyToken), $"`{key}` is no restriction", "not a restriction");
            return null;
        }

        bool fits = key switch
        {
            "matching" => type == "text",
            "max-length" => type is "text" or "list",
            _ => type is "number" or "percent",
        };
        if (!fits)
        {
            Report(
                scope.Module.Place(property.KeyToken),
                $"`{key}` does not restrict a parameter of type `{type}`",
                "does not fit the type"
            );
            return null;
        }

        SourceSpan place = scope.Module.Place(property);
        BoundValue value = evaluator.Evaluate(property.Value, scope);
        switch (key, value)
        {
            case (_, ErrorValue):
                return null;
            case ("matching", TextValue pattern):
                return Matching(pattern, place);
            case ("min", NumberValue or PercentValue):
                return new($"be at least {value.Written}", v => NumberOf(v) >= NumberOf(value), place);
            case ("max", NumberValue or PercentValue):
                return new($"be at most {value.Written}", v => NumberOf(v) <= NumberOf(value), place);
            case ("max-length", NumberValue length):
                return MaxLength(length, type, place);
            default:
                string wanted = key == "matching" ? "text" : "a number";
                Report(value.Place, $"`{key}` takes {wanted}; this is {Forms.Describe(value)}", $"not {wanted}");
                return null;
        }
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
                $"match `{pattern.Text.Plain}`",
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
                    "not a pattern",
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
                $"have at most {Forms.Count(maximum, "item")}",
                v => v is ListValue list && list.Items.Length <= maximum,
                place
            )
            : new Restriction(
                $"have at most {Forms.Count(maximum, "character")}",
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

    private void Report(SourceSpan place, string message, string label) =>
        diagnostics.Add(ParameterDiagnostics.MalformedRestriction(place, message, label, Help));
}
