using System.Collections.Immutable;

namespace PromptDsl.Schema;

/// <content>The file, its sections, and stages.</content>
public static partial class LanguageSchema
{
    /// <summary>The kinds of pictures that have a word of their own.</summary>
    public static ImmutableArray<string> ContentKinds { get; } =
    [
        "poster",
        "infographic",
        "photo",
        "illustration",
        "logo",
        "icon",
        "sticker",
        "ui",
        "diagram",
        "marketing",
        "product",
        "character",
        "comic",
        "storyboard",
        "slide",
        "menu",
        "sign",
        "invitation",
        "coloring-page",
        "texture",
        "sprite-sheet",
        "interior",
        "thumbnail",
        "map",
        "packaging",
    ];

    /// <summary>What a reference picture may be used for.</summary>
    public static ImmutableArray<string> ReferenceRoles { get; } =
    ["content", "style", "character", "material", "product", "layout", "composition", "pattern"];

    private static readonly KeySchema Negatives = Key(
        "negatives",
        FieldType.Texts,
        "[\"people\", \"watermark\"]",
        "What must not be in the picture; adds to what is said further out.",
        joins: true
    );

    private static readonly ImmutableArray<KeySchema> StepKeys =
    [
        Key("change", FieldType.Texts, "\"wrap the scene in dawn mist\"", "What an edit changes, and nothing else."),
        Key(
            "keep",
            FieldType.Names(NameTarget.Thing),
            "[cabin, \"the camera position\"]",
            "What an edit leaves as it is: names of things, or words. Without it, the named objects and texts; `[]` for nothing."
        ),
        Key(
            "mask",
            FieldType.Image,
            "\"masks/sky.png\"",
            "A PNG whose transparent pixels limit the edit of the first picture."
        ),
        Key(
            "from",
            InputType(),
            "layout",
            "What is edited: a stage, several, a picture file, or `none` for a new picture. Without it, the stage above."
        ),
    ];

    private static readonly ImmutableArray<KeySchema> IntentKeys =
    [
        Key("prompt", FieldType.Text, "\"\"\"…\"\"\"", "Raw prose, sent first and as it is."),
        Prose("purpose", "\"a poster for a hiking club\"", "What the picture is for; it sets the polish."),
        Prose("audience", "\"weekend hikers\"", "Who the picture is for."),
        Prose(
            "subject",
            "\"a lakeside cabin\"",
            "The one thing that the picture is about; as a block it has more to say."
        ),
        Negatives,
    ];

    private static readonly ImmutableArray<string> Things = ["object", "text", "region", "grid", "table", "callout"];

    private static readonly ImmutableArray<string> DomainNames =
    [
        "infographic",
        "marketing",
        "ui",
        "illustration",
        "diagram",
        "photo",
        "character",
        "education",
    ];

    private static readonly KindSchema FileKind = new(
        "file",
        "A file describes one picture, or one pipeline of pictures."
    )
    {
        Example = "subject: \"a red fox in snow\"",
        Keys =
        [
            Key("title", FieldType.Text, "\"Morning Retreat\"", "What the file is called; never sent to a model."),
            Key("version", FieldType.Text, "\"1.2.0\"", "The version of the prompt; never sent to a model."),
            Key("owner", FieldType.Text, "\"brand team\"", "Who answers for the file; never sent to a model."),
            Key(
                "tags",
                FieldType.Texts,
                "[\"autumn\", \"print\"]",
                "Words to find the file by; never sent to a model."
            ),
            Key("license", FieldType.Text, "\"CC-BY-4.0\"", "The terms for what is made; never sent to a model."),
            Key("note", FieldType.Texts, "\"approved in March\"", "A remark for people; never sent to a model."),
            Key(
                "locale",
                FieldType.OneOf("en", "ko"),
                "ko",
                "The language of the connecting words in the compiled text; `en` when it is not said."
            ),
            Key("content", FieldType.OneOfOrText(ContentKinds.AsSpan()), "poster", "What kind of picture it is."),
            .. IntentKeys,
            .. StepKeys,
        ],
        Children =
        [
            "subject",
            "style",
            "technical",
            "details",
            "reference",
            "stage",
            "vary",
            "expect",
            "extends",
            .. DomainNames,
        ],
    };

    private static FieldType InputType()
    {
        var item = new FieldType([ValueForm.Name, ValueForm.Image]) { Target = NameTarget.Stage };
        return FieldType.ListOf(item, ValueForm.Word, ValueForm.Name, ValueForm.Image) with { Words = ["none"] };
    }

    private static IEnumerable<KindSchema> SectionKinds() =>
        [
            new("subject", "The one thing that the picture is about.")
            {
                Example = "subject \"a lakeside cabin\" { mood: \"quiet\" }",
                ValueRule = OperandRule.Optional,
                Keys =
                [
                    Prose(
                        "setting",
                        "\"a still mountain lake\"",
                        "Where it is; the scene comes first in the compiled text."
                    ),
                    Prose("action", "\"pouring tea\"", "What it does."),
                    Prose("pose", "\"leaning on the rail\"", "How it stands, sits or lies."),
                    Prose("expression", "\"a half smile\"", "The face."),
                    Prose("wardrobe", "\"a grey wool coat\"", "What it wears."),
                    Prose("mood", "\"quiet, unhurried\"", "The feeling of the picture."),
                    Key("count", FieldType.Integer(1, 1000), "3", "How many of it there are."),
                ],
            },
            new("style", "How the picture looks.")
            {
                Example = "style { medium: \"watercolour\" }",
                Keys =
                [
                    Prose("medium", "\"watercolour on rough paper\"", "What it is made with."),
                    Prose("movement", "\"Art Nouveau\"", "A movement or school of art."),
                    Prose("artist", "\"Katsushika Hokusai\"", "An artist whose manner is meant."),
                    Prose("era", "\"1930s travel posters\"", "A time whose look is meant."),
                    Prose("lighting", "\"low winter sun\"", "The light."),
                    Prose("camera", "\"eye level, three-quarter view\"", "Where the viewer stands."),
                    Prose("lens", "\"50 mm, shallow depth of field\"", "Lens and focus."),
                    Prose("composition", "\"rule of thirds\"", "How the picture is arranged."),
                    Prose("perspective", "\"isometric\"", "How depth is drawn."),
                    Prose("texture", "\"visible paper grain\"", "The surface."),
                    Prose("mood", "\"playful\"", "The feeling of the style."),
                    Prose("finish", "\"matte, flat colours\"", "The last touch."),
                    Key(
                        "palette",
                        FieldType.ListOf(FieldType.Color, ValueForm.Color, ValueForm.Text),
                        "[#2E4057, \"cream\"]",
                        "The colours; as a block they have roles."
                    ),
                ],
                Children = ["palette", "mix"],
            },
            new("palette", "The colours by their role.")
            {
                Example = "palette { primary: #2E4057, accent: #FF5533 }",
                ValueRule = OperandRule.Optional,
                ValueType = FieldType.ListOf(FieldType.Color),
                Keys =
                [
                    Key("primary", FieldType.Color, "#2E4057", "The main colour."),
                    Key("secondary", FieldType.Color, "#F2E3C6", "The second colour."),
                    Key("accent", FieldType.Color, "#FF5533", "The colour of what stands out."),
                    Key("background", FieldType.Color, "\"warm white\"", "The colour of the background."),
                    Key("text", FieldType.Color, "#222222", "The colour of lettering."),
                ],
            },
            new("mix", "One of several styles that are blended on purpose.")
            {
                Example = "mix \"woodblock print\" { weight: 30% }",
                ValueRule = OperandRule.Required,
                IsRepeatable = true,
                ReplacesIncluded = true,
                Keys = [Key("weight", FieldType.Percent, "30%", "Its share; the shares make 100 %.")],
            },
            new("technical", "Parameters of the API; never prose.")
            {
                Example = "technical { aspect: 2:3, quality: low }",
                Keys =
                [
                    Key("model", FieldType.Text, "\"gpt-image-2\"", "The model that makes the picture."),
                    Key(
                        "aspect",
                        FieldType.Ratio,
                        "2:3",
                        "Width to height; the size is chosen for it within the rules of the model."
                    ),
                    Key(
                        "size",
                        new FieldType([ValueForm.Size, ValueForm.Word]) { Words = ["auto"] },
                        "1024x1536",
                        "The exact size in pixels, or `auto` to let the model choose."
                    ),
                    Key(
                        "quality",
                        FieldType.OneOf("auto", "low", "medium", "high", "xhigh", "max", "standard", "hd"),
                        "low",
                        "How much the model spends on the picture; which words there are depends on the model."
                    ),
                    Key("format", FieldType.OneOf("png", "jpeg", "webp", "gif", "svg"), "png", "The file format."),
                    Key("compression", FieldType.Integer(0, 100), "80", "The compression of JPEG and WebP in percent."),
                    Key(
                        "background",
                        FieldType.OneOf("auto", "opaque", "transparent"),
                        "transparent",
                        "Whether the background is transparent."
                    ),
                    Key("count", FieldType.Integer(1, 10), "4", "How many pictures one request asks for."),
                    Key("moderation", FieldType.OneOf("auto", "low"), "low", "How strict the content filter is."),
                    Key(
                        "input-fidelity",
                        FieldType.OneOf("low", "high"),
                        "high",
                        "How closely input pictures are followed."
                    ),
                    Key(
                        "partial-images",
                        FieldType.Integer(0, 3),
                        "2",
                        "How many unfinished pictures are streamed; each costs tokens."
                    ),
                    Key(
                        "complexity",
                        FieldType.OneOf("low", "medium", "high"),
                        "high",
                        "How much the model plans before it draws."
                    ),
                    Key("via", FieldType.OneOf("images", "responses"), "responses", "Which API the request goes to."),
                    Key(
                        "conversation-model",
                        FieldType.Text,
                        "\"gpt-5\"",
                        "The model that leads the conversation when `via` is `responses`."
                    ),
                ],
                Children = ["safe-area"],
            },
            new("safe-area", "Where everything important must be, so that nothing is lost to cropping.")
            {
                Example = "safe-area { top: 60%, margin-bottom: 10% }",
                Keys =
                [
                    Key("top", FieldType.Percent, "60%", "Everything important is in this share, from the top."),
                    Key("bottom", FieldType.Percent, "60%", "Everything important is in this share, from the bottom."),
                    Key("left", FieldType.Percent, "60%", "Everything important is in this share, from the left."),
                    Key("right", FieldType.Percent, "60%", "Everything important is in this share, from the right."),
                    Key("margin-top", FieldType.Percent, "10%", "An empty margin at the top."),
                    Key("margin-bottom", FieldType.Percent, "10%", "An empty margin at the bottom."),
                    Key("margin-left", FieldType.Percent, "10%", "An empty margin at the left."),
                    Key("margin-right", FieldType.Percent, "10%", "An empty margin at the right."),
                ],
            },
            new("reference", "An input picture.")
            {
                Example = "reference board \"refs/board.png\" { role: style }",
                NameRule = OperandRule.Required,
                ValueRule = OperandRule.Required,
                ValueType = FieldType.Image,
                IsRepeatable = true,
                Keys =
                [
                    Key(
                        "role",
                        FieldType.ListOf(FieldType.OneOf(ReferenceRoles.AsSpan()), ValueForm.Word),
                        "style",
                        "What the picture is used for."
                    ),
                    Prose("take", "\"palette and brushwork\"", "What is taken from it."),
                    Prose("ignore", "\"the people in it\"", "What is not taken from it."),
                    Prose("part", "\"left half\"", "The part of it that is meant."),
                    Key("strength", FieldType.Percent, "70%", "How closely it is followed."),
                    Key("optional", FieldType.Boolean, "true", "Whether the picture can be made without it."),
                ],
            },
            new("stage", "One step of a pipeline: the first makes a picture, each later one changes it.")
            {
                Example = "stage light { change: \"let light fall on the water\" }",
                NameRule = OperandRule.Required,
                IsRepeatable = true,
                Keys =
                [
                    .. IntentKeys,
                    .. StepKeys,
                    Key("variants", FieldType.Integer(1, 10), "4", "How many alternatives are asked for."),
                    Key("select", FieldType.Integer(1, 10), "1", "Which alternative goes on, counted from 1."),
                    Key("via", FieldType.OneOf("images", "responses"), "responses", "Which API this stage goes to."),
                    Key("note", FieldType.Texts, "\"for review\"", "A remark for people; never sent to a model."),
                ],
                Children =
                [
                    "subject",
                    "style",
                    "technical",
                    "details",
                    "reference",
                    "expect",
                    .. DomainNames,
                    .. Things,
                ],
            },
            new("vary", "One build for each combination of values.")
            {
                Example = "vary season [\"spring\", \"autumn\"]",
                NameRule = OperandRule.Required,
                ValueRule = OperandRule.Optional,
                ValueType = FieldType.ListOf(FieldType.Prose),
                IsRepeatable = true,
            },
            new("expect", "What the picture that comes back must satisfy; checked on its bytes.")
            {
                Example = "expect { size: 1024x1536, alpha: true }",
                Keys =
                [
                    Key("size", FieldType.Size, "1024x1536", "The exact size in pixels."),
                    Key("format", FieldType.OneOf("png", "jpeg", "webp", "gif", "svg"), "png", "The file format."),
                    Key("alpha", FieldType.Boolean, "true", "Whether some pixels are transparent."),
                    Key("palette", FieldType.Boolean, "true", "Whether the colours of the palette are there."),
                    Key(
                        "text",
                        FieldType.ListOf(new FieldType([ValueForm.Name]) { Target = NameTarget.Text }, ValueForm.Name),
                        "[headline]",
                        "The texts that can be read in the picture."
                    ),
                    Key("not-dark", FieldType.Boolean, "true", "Whether the picture is bright enough."),
                    Key("no-color-cast", FieldType.Boolean, "true", "Whether greys are neutral."),
                    Key("provenance", FieldType.OneOf("c2pa"), "c2pa", "The provenance record that is present."),
                ],
            },
            new("extends", "Takes the sections of a template and gives values to its parameters.")
            {
                Example = "extends base { topic: \"bees\" }",
                NameRule = OperandRule.Required,
                IsRepeatable = true,
                HasOpenKeys = true,
            },
        ];
}
