using PromptDsl.Comparison.Meaning;

namespace PromptDsl.Comparison;

/// <summary>Calls elements and facts by a path, and in words.</summary>
internal static class ElementWords
{
    private const int LongestName = 40;
    private const string Definition = "define ";

    private static readonly Dictionary<string, string> Nouns = new(StringComparer.Ordinal)
    {
        ["at"] = "place",
        ["color"] = "colour",
        ["change"] = "instruction",
        ["keep"] = "list of what is kept",
        ["from"] = "input",
        ["via"] = "API",
        ["variants"] = "number of variants",
        ["select"] = "chosen variant",
        ["as"] = "form",
        ["locale"] = "language of the connecting words",
        ["prompt"] = "raw prompt",
        ["content"] = "kind of picture",
    };

    /// <summary>Where an element is, such as <c>stage mood.text headline</c>.</summary>
    public static string PathOf(Element element)
    {
        string parent = element.Parent is null ? "" : PathOf(element.Parent);
        bool isDetail = element.Area == ChangeArea.Details && element.Parent is { Kind: "file" };
        string segment = isDetail ? "details." + element.Segment : element.Segment;
        return Join(parent, segment);
    }

    public static string PathOf(Element element, Fact fact) =>
        fact.IsOfFile ? fact.PathKey : Join(PathOf(element), fact.PathKey);

    /// <summary>An element in words, such as "text headline in stage mood"; empty for the file.</summary>
    public static string SubjectOf(Element element)
    {
        string own = NameOf(element);
        Element? around = element.Kind is "color" or "mix" ? element.Parent?.Parent : element.Parent;
        string outer = around is null ? "" : SubjectOf(around);
        return own.Length == 0 || outer.Length == 0 ? own + outer : $"{own} in {outer}";
    }

    /// <summary>An element in words, without what it is in.</summary>
    public static string NameOf(Element element) =>
        element.Kind switch
        {
            "file" => "",
            "stage" when element.Name is "" => "",
            "style" or "subject" => "the " + element.Kind,
            "safe-area" => "the safe area",
            "each" => "every cell",
            "color" => element.Name is null ? "a colour of the palette" : $"the {element.Name} colour",
            "negative" => "a negative",
            "param" => "parameter " + element.Name,
            _ when element.Area == ChangeArea.Domain => "the " + element.Kind,
            _ when element.Segment.StartsWith(Definition, StringComparison.Ordinal) => "definition "
                + element.Segment[Definition.Length..],
            _ => Shorten(element.Segment),
        };

    public static string SubjectOf(Element element, Fact fact)
    {
        string of = fact.IsOfFile ? "" : SubjectOf(element);
        string noun = fact.Key.Length == 0 ? element.ValueNoun : NounOf(fact.Key);
        if (noun.Length == 0)
        {
            return of;
        }

        return of.Length == 0 ? $"the {noun}" : $"the {noun} of {of}";
    }

    /// <summary>The value of an element as a whole.</summary>
    public static string ValueOf(Element element)
    {
        string value = (element.Find("") ?? element.Find("change"))?.Value.Written ?? "";
        return element.Name is null && element.Segment.EndsWith(value, StringComparison.Ordinal) ? "" : value;
    }

    private static string NounOf(string key)
    {
        if (key.StartsWith("expect.", StringComparison.Ordinal))
        {
            return "expected " + key["expect.".Length..].Replace('-', ' ');
        }

        string last = key[(key.LastIndexOf('.') + 1)..];
        return Nouns.GetValueOrDefault(last)
            ?? (Schema.LanguageSchema.Relations.Contains(last) ? $"relation `{last}`" : last.Replace('-', ' '));
    }

    private static string Shorten(string segment)
    {
        if (segment.Length <= LongestName)
        {
            return segment;
        }

        int end = char.IsLowSurrogate(segment[LongestName]) ? LongestName - 1 : LongestName;
        return segment[..end].TrimEnd() + (segment.EndsWith('"') ? "…\"" : "…");
    }

    private static string Join(string parent, string segment) =>
        parent.Length == 0 || segment.Length == 0 ? parent + segment : $"{parent}.{segment}";
}
