using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Parameters;

/// <summary>Checks the values that parameters get against their declarations.</summary>
internal sealed class ParameterChecker(DiagnosticBag diagnostics)
{
    private readonly PicturePathReader _pictures = new(diagnostics);

    /// <summary>The value when it fits the declaration; an error after a report when not.</summary>
    /// <param name="origin">Where a value from outside comes from; empty for one of the source.</param>
    public BoundValue Check(ParameterDeclaration declaration, BoundValue value, string origin = "")
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
                value = value is TextValue text ? _pictures.Read(text.Text.Plain, text.Place) : value;
                return value is ImageValue or ErrorValue;
            case "choice":
                string written = value.Written;
                return declaration.Options.IsEmpty || declaration.Options.Any(o => o.Written == written);
            default:
                return value is ListValue;
        }
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..39] + "…";
}
