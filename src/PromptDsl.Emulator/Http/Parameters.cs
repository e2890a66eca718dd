using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PromptDsl.Emulator.Http;

/// <summary>The values of a body, asked for by name; what nobody asked for is unknown to the endpoint.</summary>
/// <param name="values">The values by name; a null of JSON is left out, which is what it means.</param>
/// <param name="files">The files of a form.</param>
/// <param name="prefix">Where the values stand in the body, such as <c>tools[0].</c>.</param>
internal sealed class Parameters(
    IReadOnlyDictionary<string, Parameter> values,
    ImmutableArray<FormFile> files,
    string prefix = ""
)
{
    private readonly HashSet<string> _asked = [];

    /// <summary>Those of a request without a body.</summary>
    public static Parameters None() => new(new Dictionary<string, Parameter>(), []);

    /// <summary>Those of a query.</summary>
    public static Parameters Of(IQueryCollection query) =>
        new(query.ToDictionary(q => q.Key, q => new Parameter(null, q.Value[^1] ?? "")), []);

    public ImmutableArray<FormFile> Files => files;

    /// <summary>Whether they came as a form.</summary>
    public bool IsForm { get; init; }

    public string PathOf(string name) => prefix + name;

    public static Parameters Of(JsonElement element, string prefix = "") =>
        new(
            element
                .EnumerateObject()
                .Where(p => p.Value.ValueKind != JsonValueKind.Null)
                .GroupBy(p => p.Name)
                .ToDictionary(g => g.Key, g => new Parameter(g.Last().Value, null)),
            [],
            prefix
        );

    /// <summary>A text for whoever wants to know without checking.</summary>
    public string? Peek(string name) => values.TryGetValue(name, out Parameter value) ? value.Text : null;

    public JsonElement? PeekElement(string name) =>
        values.TryGetValue(name, out Parameter value) ? value.Element : null;

    public bool PeekFlag(string name) =>
        values.TryGetValue(name, out Parameter value)
        && (value.Element?.ValueKind == JsonValueKind.True || value.Field == "true");

    public bool Has(string name) => values.ContainsKey(name) || files.Any(f => f.Name == name);

    public JsonElement? FindElement(string name) => Find(name)?.Element;

    public string? FindText(string name) =>
        Find(name) is not { } value ? null
        : value.Text is { } text ? text
        : throw WrongType(name, "a string", value);

    public string Text(string name) => FindText(name) ?? throw Missing(name);

    public string? FindWord(string name, IReadOnlyList<string> words)
    {
        string? text = FindText(name);
        return text is null || words.Contains(text) ? text : throw InvalidWord(name, text, words);
    }

    public bool FindFlag(string name) =>
        Find(name) switch
        {
            null => false,
            { Element.ValueKind: JsonValueKind.True } or { Field: "true" } => true,
            { Element.ValueKind: JsonValueKind.False } or { Field: "false" } => false,
            { } other => throw WrongType(name, "a boolean", other),
        };

    public int? FindInteger(string name, int least, int most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        long number = 0;
        bool isInteger = value.Element is { ValueKind: JsonValueKind.Number } element
            ? element.TryGetInt64(out number)
            : value.Field is { } text
                && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        if (!isInteger)
        {
            throw WrongType(name, "an integer", value);
        }

        return number < least ? throw OutOfRange(name, number, least, "below minimum", ">=", "below_min")
            : number > most ? throw OutOfRange(name, number, most, "above maximum", "<=", "above_max")
            : (int)number;
    }

    /// <summary>Refuses what the endpoint did not ask for.</summary>
    public void RefuseUnknown()
    {
        string? unknown =
            values.Keys.FirstOrDefault(n => !_asked.Contains(n))
            ?? files.Select(f => f.Name).FirstOrDefault(n => !_asked.Contains(n));
        if (unknown is not null)
        {
            throw ApiException.BadRequest(
                $"Unknown parameter: '{PathOf(unknown)}'.",
                "unknown_parameter",
                PathOf(unknown)
            );
        }
    }

    /// <summary>Says that a parameter is known and may be anything.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            _asked.Add(name);
        }
    }

    /// <summary>The files of a name.</summary>
    public ImmutableArray<FormFile> FindFiles(string name)
    {
        _asked.Add(name);
        return [.. files.Where(f => f.Name == name)];
    }

    public ApiException Missing(string name) =>
        ApiException.BadRequest(
            $"Missing required parameter: '{PathOf(name)}'.",
            "missing_required_parameter",
            PathOf(name)
        );

    public ApiException Invalid(string name, string message) =>
        ApiException.BadRequest(message, "invalid_value", PathOf(name));

    public ApiException InvalidWord(string name, string text, IReadOnlyList<string> words) =>
        Invalid(name, $"Invalid value: '{text}'. Supported values are: {Words(words)}.");

    private Parameter? Find(string name)
    {
        _asked.Add(name);
        return values.TryGetValue(name, out Parameter value) ? value : null;
    }

    private ApiException WrongType(string name, string expected, Parameter value) =>
        ApiException.BadRequest(
            $"Invalid type for '{PathOf(name)}': expected {expected}, but got {value.TypeName} instead.",
            "invalid_type",
            PathOf(name)
        );

    private ApiException OutOfRange(string name, long number, int bound, string what, string sign, string code) =>
        ApiException.BadRequest(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Invalid '{PathOf(name)}': integer {what} value. Expected a value {sign} {bound}, but got {number} instead."
            ),
            $"integer_{code}_value",
            PathOf(name)
        );

    private static string Words(IReadOnlyList<string> words)
    {
        string[] quoted = [.. words.Select(w => $"'{w}'")];
        return quoted.Length switch
        {
            0 or 1 => string.Concat(quoted),
            2 => $"{quoted[0]} and {quoted[1]}",
            _ => $"{string.Join(", ", quoted[..^1])}, and {quoted[^1]}",
        };
    }
}
