using System.Globalization;
using PromptDsl.Compilation.Documents;
using PromptDsl.Compilation.Phrasing;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Compilation.Wording;

/// <summary>The connecting words in English.</summary>
internal sealed class EnglishPhrasebook : Phrasebook
{
    public override string Locale => "en";

    public override bool HasCapitals => true;

    public override string Space => "space";

    public override string LineBreak => "line break";

    public override (string Before, string After) Exactly => ("exactly ", "");

    public override string PictureToEdit => "the picture to edit";

    public override string PictureToCombine => "a picture to combine";

    public override string PictureForReference => "a reference picture";

    public override string ReferenceMark => "; ";

    public override (string Before, string After) CallText => ("the text ", "");

    public override (string Before, string After) CallLabel => ("the label ", "");

    public override string CallGrid => "the grid";

    public override (string Before, string After) CallArea => ("the area ", "");

    public override (string Before, string After) Text => ("the text ", ", exactly as written");

    public override string TableAsWritten => "Letter every word and number exactly as written.";

    public override (string Before, string After) CalloutNumber => ("Label numbered ", ": ");

    public override string Callout => "Label: ";

    public override (string Before, string After) Brackets => (" (", ")");

    public override (string Before, string After) CalloutTarget => (", pointing at ", "");

    public override (string Before, string After) Share => (" (", " of the picture)");

    public override string Within => "Within this area:";

    public override string Blend => "a blend of ";

    public override string BlendLast => " and ";

    public override string KeepStyle => "Stay in the same style.";

    public override string Label(FieldWording field) => field.English;

    public override string SectionLabel(PromptSectionKind kind) => SectionWordings.English(kind);

    public override string Word(string key, string word) => WordWordings.English(key, word);

    public override string Create(string contentKind) => $"Create {WithArticle(Word("content", contentKind))}.";

    public override string Emphasis(string word) =>
        word switch
        {
            "low" => "Keep this understated.",
            "high" => "Make this stand out.",
            _ => "Give this normal emphasis.",
        };

    public override string Picture(int number) => string.Create(CultureInfo.InvariantCulture, $"Image {number}");

    public override (string Before, string After) ReferenceField(string key) =>
        key switch
        {
            "take" => ("take ", ""),
            "ignore" => ("ignore ", ""),
            "part" => ("use only this part: ", ""),
            _ => ("follow it at ", " strength"),
        };

    public override string At(string word, bool isInArea) => Word("at", word);

    public override (string Before, string After) Relation(string kind) =>
        (
            kind switch
            {
                "left-of" => "to the left of ",
                "right-of" => "to the right of ",
                "in-front-of" => "in front of ",
                "next-to" => "next to ",
                _ => $"{kind} ",
            },
            ""
        );

    public override string And(string word) => " and ";

    public override (string Before, string After) Lead(bool isAdded) => (isAdded ? "Add " : "", ": ");

    public override string LeadWithoutPlace(bool isAdded, bool isWords) =>
        (isAdded, isWords) switch
        {
            (true, true) => "Add ",
            (true, false) => "Add: ",
            (false, true) => "Include ",
            (false, false) => "Include: ",
        };

    public override string Call(ObjectThing thing)
    {
        string name = thing.SpokenName ?? "";
        return ProperName(name, thing.Description?.Plain) ?? $"the {name}";
    }

    public override (string Before, string After) AddedName(string name, bool isAfterSentence) =>
        isAfterSentence ? (" This is ", ".") : (", ", "");

    public override (string Before, string After) CallTable(string? drawnAs) => ($"the {Kind(drawnAs)} ", "");

    public override string CallUntitledTable(string? drawnAs) => $"the {Kind(drawnAs)}";

    public override (string Before, string After) Table(string? drawnAs) =>
        ($"{WithArticle(Kind(drawnAs))} titled ", "");

    public override string UntitledTable(string? drawnAs) => WithArticle(Kind(drawnAs));

    public override string Callouts(bool isAdded) =>
        isAdded
            ? "Add labels with leader lines, lettered exactly as written:"
            : "Labels with leader lines, lettered exactly as written:";

    public override string CalloutSide(string word) => Word("side", word);

    public override string Row(int number) => string.Create(CultureInfo.InvariantCulture, $"Row {number}");

    public override (string Before, string After) Area(bool isAdded, bool hasPlace) =>
        (isAdded, hasPlace) switch
        {
            (true, true) => ("Add an area ", ""),
            (true, false) => ("Add an area", ""),
            (false, true) => ("The area ", ""),
            (false, false) => ("An area", ""),
        };

    public override string Grid(int columns, int rows) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"a grid of {columns} {(columns == 1 ? "column" : "columns")} and {rows} {(rows == 1 ? "row" : "rows")}, read row by row"
        );

    public override string Cell(int row, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"Row {row}, column {column}");

    public override (string Before, string After) SafeArea(string key) =>
        key switch
        {
            "top" or "bottom" or "left" or "right" => (
                $"Keep everything important within the {key} ",
                " of the picture."
            ),
            "margin-top" or "margin-bottom" => (
                "Leave an empty margin of ",
                $" at the {key.AsSpan("margin-".Length)}."
            ),
            _ => ("Leave an empty margin of ", $" on the {key.AsSpan("margin-".Length)}."),
        };

    // A name that the description writes with a capital inside a sentence, or before a comma, takes no article.
    private static string? ProperName(string name, string? description)
    {
        if (name.Length == 0 || char.IsUpper(name[0]) || !char.IsLower(name[0]))
        {
            return name;
        }

        int start = description is null ? -1 : NameWords.Find(name, description);
        if (start < 0 || !char.IsUpper(description![start]))
        {
            return null;
        }

        int end = start + name.Length;
        bool isInside = start > 0 && description[start - 1] == ' ' && (start < 2 || description[start - 2] is not '.');
        return isInside || end == description.Length || description[end] is ',' or '\'' or '’'
            ? description[start..end]
            : null;
    }

    private static string Kind(string? drawnAs) => drawnAs is null ? "table" : WordWordings.English("as", drawnAs);

    private static string WithArticle(string noun) => noun[0] is 'a' or 'e' or 'i' or 'o' ? $"an {noun}" : $"a {noun}";
}
