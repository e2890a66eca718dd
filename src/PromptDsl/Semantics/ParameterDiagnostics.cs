using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Parameters;
using PromptDsl.Text;

namespace PromptDsl.Semantics;

/// <summary>Findings about parameters and their values: IMG1050 to IMG1059.</summary>
internal static class ParameterDiagnostics
{
    private static readonly DescriptorSet Codes = new();

    private static readonly DiagnosticDescriptor UnboundCode = Codes.Error("IMG1050", "unbound-parameter");
    private static readonly DiagnosticDescriptor UnknownCode = Codes.Error("IMG1051", "unknown-parameter");
    private static readonly DiagnosticDescriptor UnknownTypeCode = Codes.Error("IMG1052", "unknown-type");
    private static readonly DiagnosticDescriptor ValueCode = Codes.Error("IMG1053", "parameter-value");
    private static readonly DiagnosticDescriptor RestrictionFailedCode = Codes.Error("IMG1055", "restriction-failed");
    private static readonly DiagnosticDescriptor MalformedRestrictionCode = Codes.Error(
        "IMG1056",
        "malformed-restriction"
    );
    private static readonly DiagnosticDescriptor HiddenCode = Codes.Warning("IMG1057", "hidden-parameter");
    private static readonly DiagnosticDescriptor ChoiceOptionsCode = Codes.Error("IMG1058", "choice-options");

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => Codes.All;

    /// <summary>Whether a finding says that parameters lack a value.</summary>
    public static bool IsUnbound(Diagnostic diagnostic) => diagnostic.Descriptor == UnboundCode;

    /// <summary>Parameters without a value are one finding for a file: it is a template.</summary>
    public static Diagnostic UnboundParameters(ImmutableArray<ParameterDeclaration> parameters, string file)
    {
        ParameterDeclaration first = parameters[0];
        string names = string.Join(", ", parameters.Select(p => $"`{p.Name}`"));
        return new(
            UnboundCode,
            parameters.Length == 1 ? $"the parameter {names} has no value" : $"the parameters {names} have no values",
            new DiagnosticLabel(first.Place, "no default, and nothing is given")
        )
        {
            Secondary = [.. parameters.Skip(1).Take(3).Select(p => new DiagnosticLabel(p.Place, "nor this"))],
            Help =
                $"Give a value with `--set {first.Name}={Example(first.Type)}`, in a parameter file (`--params`), with `extends {LogicalPath.NameOf(file)} {{ {first.Name}: … }}` in a file that uses this one, or as a default: `param {first.Name}: {first.Type} = …`.",
        };
    }

    public static Diagnostic UnboundInExtends(SourceSpan place, SourceSpan declared, string name) =>
        new(
            UnboundCode,
            $"the template's parameter `{name}` gets no value",
            new DiagnosticLabel(place, $"`{name}` is not given")
        )
        {
            Secondary = [new DiagnosticLabel(declared, "declared here, without a default")],
            Help = $"Give it one in the braces: `{name}: …`.",
        };

    public static Diagnostic Unknown(
        SourceSpan place,
        string name,
        string origin,
        string? suggestion,
        IEnumerable<string> known
    ) =>
        new(
            UnknownCode,
            origin.Length == 0
                ? $"the template has no parameter `{name}`"
                : $"`{name}` of {origin} is no parameter of the file",
            new DiagnosticLabel(
                place,
                suggestion is null ? "not a parameter" : $"there is a parameter with a similar name: `{suggestion}`"
            )
        )
        {
            Help =
                suggestion is not null ? $"Write `{suggestion}`."
                : known.Any() ? $"Its parameters are {string.Join(", ", known)}."
                : "It has no parameters.",
        };

    /// <summary>A type that does not exist.</summary>
    /// <param name="place">The type.</param>
    /// <param name="suggestion">A type of a similar name, or what another language's type is called here.</param>
    /// <param name="isForeign">Whether the type is one of another language.</param>
    public static Diagnostic UnknownType(SourceSpan place, string type, string? suggestion, bool isForeign) =>
        new(
            UnknownTypeCode,
            $"`{type}` is no type of parameter",
            new DiagnosticLabel(
                place,
                suggestion is null ? "not a type"
                    : isForeign ? $"it is called `{suggestion}` here"
                    : $"there is a type with a similar name: `{suggestion}`"
            )
        )
        {
            Help = $"The types are {string.Join(", ", LanguageSchema.ParameterTypes)}.",
            Fixes = suggestion is null ? [] : [CodeFix.Unsafe($"Write {suggestion}", place.Span, suggestion)],
        };

    public static Diagnostic Value(
        SourceSpan place,
        string name,
        string type,
        string found,
        string origin,
        string? options,
        string? unquoted
    ) =>
        new(
            ValueCode,
            $"the parameter `{name}` takes {Describe(type)}; {(origin.Length == 0 ? "this" : origin)} gives {found}",
            new DiagnosticLabel(place, options is null ? $"takes {Describe(type)}" : "none of the choices")
        )
        {
            Help =
                options is not null ? $"The choices are {options}."
                : unquoted is not null ? $"Write `{unquoted}` without quotation marks."
                : $"Give, for example, `{(origin.Length == 0 ? Written(type) : Example(type))}`.",
            Fixes = unquoted is null ? [] : [CodeFix.Safe($"Write {unquoted}", place.Span, unquoted)],
        };

    public static Diagnostic RestrictionFailed(
        SourceSpan place,
        SourceSpan declared,
        string name,
        string found,
        string rule
    ) =>
        new(
            RestrictionFailedCode,
            $"the parameter `{name}` is {found}, and it must {rule}",
            new DiagnosticLabel(place, rule.Length <= 50 ? $"must {rule}" : "breaks a restriction")
        )
        {
            Secondary = [new DiagnosticLabel(declared, "restricted here")],
            Help = "Give another value, or change the restriction.",
        };

    public static Diagnostic MalformedRestriction(SourceSpan place, string message, string label, string help) =>
        new(MalformedRestrictionCode, message, new DiagnosticLabel(place, label)) { Help = help };

    public static Diagnostic Hidden(SourceSpan place, string name) =>
        new(
            HiddenCode,
            $"the parameter is called like the word `{name}` of a field",
            new DiagnosticLabel(place, "hidden in such a field")
        )
        {
            Help =
                $"Where a field takes the word `{name}`, the word is meant and not the parameter. Give the parameter another name.",
        };

    public static Diagnostic ChoiceOptions(SourceSpan place, string message) =>
        new(ChoiceOptionsCode, message, new DiagnosticLabel(place, "options are expected"))
        {
            Help =
                "Write the options in brackets: `param season: choice [\"spring\", \"autumn\"]`. Only `choice` has options.",
        };

    private static string Describe(string type) =>
        type switch
        {
            "text" => "text",
            "number" => "a number",
            "percent" => "a percentage such as 60%",
            "ratio" => "a ratio such as 2:3",
            "size" => "a size such as 1024x1536",
            "color" => "a colour such as #FF5533",
            "boolean" => "true or false",
            "image" => "the path of a picture",
            "choice" => "one of its choices",
            _ => "a list",
        };

    /// <summary>A value as it stands in a file.</summary>
    private static string Written(string type) =>
        type is "text" or "image" or "choice" ? $"\"{Example(type)}\"" : Example(type);

    /// <summary>A value as it is given from outside.</summary>
    private static string Example(string type) =>
        type switch
        {
            "number" => "3",
            "percent" => "60%",
            "ratio" => "2:3",
            "size" => "1024x1536",
            "color" => "#FF5533",
            "boolean" => "true",
            "image" => "refs/board.png",
            "list" => "[\"a\", \"b\"]",
            _ => "value",
        };
}
