namespace PromptDsl.Schema;

/// <content>The fields that a kind of content needs.</content>
public static partial class LanguageSchema
{
    /// <summary>The blocks of fields for a kind of content, <c>education</c> beside any.</summary>
    public static bool IsDomain(string kind) => DomainNames.Contains(kind);

    private static IEnumerable<KindSchema> DomainKinds() =>
        [
            Domain(
                "infographic",
                "What an infographic shows.",
                Prose("topic", "\"how bees find flowers\"", "What it explains."),
                Prose("background", "\"aged parchment\"", "What it stands on."),
                Prose("text-style", "\"short captions\"", "How text is set."),
                Prose("data", "[\"4 stages\"]", "The facts that it shows."),
                Prose("chart", "\"a ring of icons\"", "How the facts are drawn."),
                Prose("highlight", "\"the third stage in orange\"", "What stands out, and how.")
            ),
            Domain(
                "marketing",
                "What a marketing picture needs.",
                Prose("product", "\"a bottle of cold brew\"", "What is sold."),
                Prose("material", "\"a social media banner\"", "What kind of piece it is."),
                Prose("brand-colors", "[#2E4057]", "The colours of the brand."),
                Prose("audience", "\"commuters\"", "Who it is for."),
                Prose("message", "\"ready before you are\"", "What it says."),
                Prose("font", "\"a rounded sans serif\"", "The lettering."),
                Prose("logo-position", "\"bottom right\"", "Where the logo stands."),
                Prose("tone", "\"dry humour\"", "How it speaks."),
                Prose("campaign", "\"summer launch\"", "What it belongs to.")
            ),
            Domain(
                "ui",
                "What a picture of an interface needs.",
                Prose("platform", "\"iOS\"", "What it runs on."),
                Prose("screen", "\"the home screen\"", "Which screen it is."),
                Prose("screen-size", "\"390 × 844 points\"", "How large the screen is."),
                Prose("function", "\"log today's meals\"", "What it is for."),
                Prose("palette", "[\"mint\", \"white\"]", "Its colours."),
                Prose("elements", "[\"tab bar\", \"card list\"]", "What is on it."),
                Prose("persona", "\"a busy parent\"", "Who uses it."),
                Prose("design-system", "\"flat, 8-point grid\"", "The rules of its design."),
                Prose("interaction", "\"swipe to delete\"", "How it is used.")
            ),
            Domain(
                "illustration",
                "What an illustration needs.",
                Prose("scene", "\"a night market in the rain\"", "What happens."),
                Prose("movement", "\"Art Nouveau\"", "A movement of art."),
                Prose("influence", "\"ukiyo-e landscapes\"", "What influenced it."),
                Prose("palette", "[\"indigo\", \"amber\"]", "Its colours."),
                Prose("focus", "\"the lantern seller\"", "What the eye finds first."),
                Prose("lighting", "\"paper lanterns\"", "The light."),
                Prose("texture", "\"dry brush\"", "The surface."),
                Prose("story", "\"the last customer leaves\"", "The story behind it.")
            ),
            Domain(
                "diagram",
                "What a diagram needs.",
                Prose("kind", "\"a flow chart\"", "What kind of diagram it is."),
                Prose("background", "\"white\"", "What it stands on."),
                Prose("components", "[\"pump\", \"tank\"]", "Its parts."),
                Prose("connections", "\"arrows from pump to tank\"", "How the parts are joined."),
                Prose("label-style", "\"small sans serif\"", "How labels are set."),
                Prose("highlight", "\"the valve in red\"", "What stands out, and how.")
            ),
            Domain(
                "photo",
                "What a photograph needs.",
                Prose("lens", "\"85 mm\"", "The lens."),
                Prose("lighting", "\"window light\"", "The light."),
                Prose("viewpoint", "\"from below\"", "Where the camera stands.")
            ),
            Domain(
                "character",
                "What a character sheet needs.",
                Prose("traits", "[\"curious\", \"clumsy\"]", "What the character is like."),
                Prose("outfit", "\"a patched overall\"", "What the character wears."),
                Prose("views", "[\"front\", \"side\", \"back\"]", "The views on the sheet."),
                Prose("expressions", "[\"happy\", \"cross\"]", "The faces on the sheet.")
            ),
            Domain(
                "education",
                "What teaching material needs, beside any kind of content.",
                Prose("level", "\"ten-year-olds\"", "Who learns from it."),
                Prose("goal", "\"name the parts of a flower\"", "What is learned."),
                Prose("concepts", "[\"petal\", \"stamen\"]", "The ideas that it shows."),
                Prose("data", "[\"5 petals\"]", "The facts that it shows."),
                Prose("hierarchy", "\"whole flower first, parts second\"", "What comes first."),
                Prose("takeaways", "[\"bees need flowers\"]", "What is remembered.")
            ),
        ];

    private static KindSchema Domain(string name, string documentation, params ReadOnlySpan<KeySchema> keys) =>
        new(name, documentation) { Example = $"{name} {{ {keys[0].Name}: {keys[0].Example} }}", Keys = [.. keys] };
}
