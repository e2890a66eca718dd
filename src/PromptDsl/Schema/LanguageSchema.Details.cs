using System.Collections.Immutable;

namespace PromptDsl.Schema;

/// <content>What is in the picture.</content>
public static partial class LanguageSchema
{
    /// <summary>The relations between things, in the order of the reference.</summary>
    public static ImmutableArray<string> Relations { get; } =
    [
        "left-of",
        "right-of",
        "above",
        "below",
        "in-front-of",
        "behind",
        "inside",
        "on",
        "next-to",
        "facing",
        "holding",
        "wearing",
    ];

    /// <summary>The places in a picture.</summary>
    public static ImmutableArray<string> Positions { get; } =
    [
        "top-left",
        "top",
        "top-right",
        "left",
        "center",
        "right",
        "bottom-left",
        "bottom",
        "bottom-right",
        "foreground",
        "midground",
        "background",
    ];

    private static readonly FieldType Position = FieldType.OneOf(Positions.AsSpan());

    private static readonly KeySchema At = Key("at", Position, "top-left", "Where it is.");

    private static readonly KeySchema ColorKey = Key(
        "color",
        FieldType.Color,
        "#FF5533",
        "Its colour: a literal, or words."
    );

    private static IEnumerable<KeySchema> RelationKeys() =>
        Relations.Select(r => Key(r, FieldType.Names(NameTarget.Thing), "cabin", RelationDocumentation(r)));

    private static string RelationDocumentation(string relation) =>
        relation switch
        {
            "facing" => "What it faces.",
            "holding" => "What it holds.",
            "wearing" => "What it wears.",
            _ => $"It is {relation.Replace('-', ' ')} something else in the picture.",
        };

    private static IEnumerable<KindSchema> DetailKinds() =>
        [
            new("details", "What is in the picture.")
            {
                Example = "details { object cabin \"a weathered cabin\" }",
                IsRepeatable = true,
                IsGathered = true,
                Children = Things,
            },
            new("object", "A thing in the picture.")
            {
                Example = "object cabin \"a weathered cabin\" { at: left }",
                NameRule = OperandRule.Optional,
                ValueRule = OperandRule.Optional,
                IsRepeatable = true,
                Keys =
                [
                    Key("count", FieldType.Integer(1, 1000), "3", "How many of it there are."),
                    At,
                    Prose("size", "\"small\"", "How large it is."),
                    ColorKey,
                    Prose("material", "\"brushed brass\"", "What it is made of."),
                    Prose("texture", "\"cracked glaze\"", "Its surface."),
                    Prose("state", "\"half open\"", "The state it is in."),
                    Prose("action", "\"pouring tea\"", "What it does."),
                    Prose("pose", "\"arms crossed\"", "How it stands, sits or lies."),
                    Prose("expression", "\"surprised\"", "The face."),
                    Prose("wardrobe", "\"a yellow raincoat\"", "What it wears."),
                    Key("emphasis", FieldType.OneOf("low", "normal", "high"), "high", "How much it stands out."),
                    Key(
                        "from",
                        new FieldType([ValueForm.Name]) { Target = NameTarget.Reference },
                        "board",
                        "The reference that shows it."
                    ),
                    .. RelationKeys(),
                    Negatives,
                ],
            },
            new("text", "Words that are lettered in the picture, exactly as written.")
            {
                Example = "text headline \"Morning Retreat\" { at: top }",
                NameRule = OperandRule.Optional,
                ValueRule = OperandRule.Required,
                IsRepeatable = true,
                Keys =
                [
                    At,
                    Prose("font", "\"hand-lettered serif\"", "The lettering."),
                    Prose("weight", "\"medium\"", "How heavy the letters are."),
                    Key(
                        "size",
                        FieldType.OneOfOrText("small", "normal", "large"),
                        "large",
                        "How large the letters are."
                    ),
                    ColorKey,
                    Prose("spacing", "\"slightly wide\"", "The space between letters."),
                    Prose("language", "\"Korean\"", "The language of the copy."),
                    Key(
                        "case",
                        FieldType.OneOf("upper", "lower", "title", "small-caps"),
                        "upper",
                        "How capitals are used in the lettering."
                    ),
                    Key(
                        "spell",
                        FieldType.Boolean,
                        "true",
                        "Whether the compiled text spells the copy letter by letter."
                    ),
                    .. RelationKeys(),
                ],
            },
            new("region", "A part of the picture with content of its own; positions inside are relative to it.")
            {
                Example = "region sky \"low clouds\" { at: top, share: 40% }",
                NameRule = OperandRule.Optional,
                ValueRule = OperandRule.Optional,
                IsRepeatable = true,
                Keys =
                [
                    At,
                    Key("share", FieldType.Percent, "40%", "The share of the picture that it takes."),
                    .. RelationKeys(),
                    Negatives,
                ],
                Children = ["style", .. Things],
            },
            new("grid", "Cells of equal size, filled row by row.")
            {
                Example = "grid 3x2 { each \"a sticker\", cell \"a cat\" }",
                NameRule = OperandRule.Optional,
                ValueRule = OperandRule.Required,
                ValueType = FieldType.Size,
                IsRepeatable = true,
                Keys = [At, Prose("gutter", "\"a thin white line\"", "What is between the cells."), Negatives],
                Children = ["each", "cell"],
            },
            new("each", "What all cells of a grid have in common.")
            {
                Example = "each \"a die-cut sticker with a white border\"",
                ValueRule = OperandRule.Optional,
                Keys = [Negatives],
                Children = ["style", .. Things],
            },
            new("cell", "One cell of a grid.")
            {
                Example = "cell \"a sleeping cat\"",
                ValueRule = OperandRule.Optional,
                IsRepeatable = true,
                Keys = [Negatives],
                Children = ["style", .. Things],
            },
            new("table", "Values in rows and columns, drawn as a chart or a list; its strings are literal copy.")
            {
                Example = "table sales { as: column-chart, columns: [\"Q1\", \"Q2\"], row [3, 5] }",
                NameRule = OperandRule.Optional,
                ValueRule = OperandRule.Optional,
                IsRepeatable = true,
                Keys =
                [
                    Key(
                        "as",
                        FieldType.OneOf(
                            "column-chart",
                            "bar-chart",
                            "line-chart",
                            "pie-chart",
                            "timeline",
                            "menu",
                            "stats",
                            "comparison"
                        ),
                        "column-chart",
                        "How it is drawn."
                    ),
                    Prose("unit", "\"t\"", "The unit of the numbers."),
                    Key("columns", FieldType.ListOf(FieldType.Scalar), "[\"Q1\", \"Q2\"]", "The heads of the columns."),
                    At,
                    .. RelationKeys(),
                ],
                Children = ["row"],
            },
            new("row", "A row of a table, with a label or without.")
            {
                Example = "row \"Harvest\" [12, 18]",
                NameRule = OperandRule.Optional,
                ValueRule = OperandRule.Required,
                ValueType = FieldType.ListOf(FieldType.Scalar),
                IsRepeatable = true,
            },
            new("callout", "A label with a line to what it names; the label is literal copy.")
            {
                Example = "callout \"Stone chimney\" { target: cabin }",
                NameRule = OperandRule.Optional,
                ValueRule = OperandRule.Required,
                IsRepeatable = true,
                Keys =
                [
                    Key("target", FieldType.Names(NameTarget.Thing), "cabin", "What the label names."),
                    Key("number", FieldType.Integer(1, 1000), "1", "The number of the label."),
                    Key("side", FieldType.OneOf("left", "right", "top", "bottom"), "left", "Where the label stands."),
                ],
            },
        ];
}
