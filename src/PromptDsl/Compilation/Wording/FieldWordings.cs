using System.Collections.Frozen;
using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Schema;

namespace PromptDsl.Compilation.Wording;

/// <summary>
/// The table of everything that is said to a model: a field of the schema is said once it has a row here.
/// </summary>
internal static partial class FieldWordings
{
    private static readonly FrozenDictionary<(string Block, string Key), FieldWording> ByField;

    static FieldWordings()
    {
        All = [.. SectionRows(), .. DomainRows(), .. DetailRows()];
        ByField = All.ToFrozenDictionary(r => (r.Block, r.Key));
    }

    public static ImmutableArray<FieldWording> All { get; }

    /// <summary>The row of a field, or null when the field is not said.</summary>
    public static FieldWording? Find(string block, string key) => ByField.GetValueOrDefault((block, key));

    private static IEnumerable<FieldWording> SectionRows() =>
        [
            new("file", "prompt", PromptSectionKind.Prompt, "Prompt", "프롬프트"),
            new("file", "content", PromptSectionKind.Intent, "Kind of picture", "그림의 종류"),
            new("file", "purpose", PromptSectionKind.Intent, "Intended use", "용도"),
            new("file", "audience", PromptSectionKind.Intent, "Audience", "보는 사람"),
            new("file", "subject", PromptSectionKind.Subject, "Subject", "주제"),
            new("file", "change", PromptSectionKind.Change, "Change only the following", "다음만 바꾸세요"),
            new("file", "keep", PromptSectionKind.Keep, "Keep unchanged", "그대로 유지"),
            new("file", "negatives", PromptSectionKind.Negatives, "Do not include", "넣지 말 것"),
            new("subject", "", PromptSectionKind.Subject, "Subject", "주제"),
            new("subject", "setting", PromptSectionKind.Scene, "Setting", "장면"),
            new("subject", "action", PromptSectionKind.Subject, "Action", "동작"),
            new("subject", "pose", PromptSectionKind.Subject, "Pose", "자세"),
            new("subject", "expression", PromptSectionKind.Subject, "Expression", "표정"),
            new("subject", "wardrobe", PromptSectionKind.Subject, "Wardrobe", "옷차림"),
            new("subject", "mood", PromptSectionKind.Scene, "Mood", "분위기"),
            new("subject", "count", PromptSectionKind.Subject, "Count", "수량"),
            new("style", "medium", PromptSectionKind.Style, "Medium", "재료와 기법"),
            new("style", "movement", PromptSectionKind.Style, "Art movement", "미술 사조"),
            new("style", "artist", PromptSectionKind.Style, "In the manner of", "참고할 작가"),
            new("style", "era", PromptSectionKind.Style, "Era", "시대"),
            new("style", "lighting", PromptSectionKind.Style, "Lighting", "빛"),
            new("style", "camera", PromptSectionKind.Style, "Camera", "카메라"),
            new("style", "lens", PromptSectionKind.Style, "Lens", "렌즈"),
            new("style", "composition", PromptSectionKind.Style, "Composition", "구도"),
            new("style", "perspective", PromptSectionKind.Style, "Perspective", "시점"),
            new("style", "texture", PromptSectionKind.Style, "Texture", "질감"),
            new("style", "mood", PromptSectionKind.Style, "Feeling of the style", "화풍의 느낌"),
            new("style", "finish", PromptSectionKind.Style, "Finish", "마무리"),
            new("style", "palette", PromptSectionKind.Style, "Palette", "색"),
            new("palette", "primary", PromptSectionKind.Style, "primary", "주조색"),
            new("palette", "secondary", PromptSectionKind.Style, "secondary", "보조색"),
            new("palette", "accent", PromptSectionKind.Style, "accent", "강조색"),
            new("palette", "background", PromptSectionKind.Style, "background", "배경색"),
            new("palette", "text", PromptSectionKind.Style, "lettering", "글자색"),
            new("mix", "", PromptSectionKind.Style, "Style", "화풍 혼합"),
            new("mix", "weight", PromptSectionKind.Style, "Share", "비율"),
            new("safe-area", "top", PromptSectionKind.Layout, "Important content from the top", "위쪽 안전 영역"),
            new(
                "safe-area",
                "bottom",
                PromptSectionKind.Layout,
                "Important content from the bottom",
                "아래쪽 안전 영역"
            ),
            new("safe-area", "left", PromptSectionKind.Layout, "Important content from the left", "왼쪽 안전 영역"),
            new("safe-area", "right", PromptSectionKind.Layout, "Important content from the right", "오른쪽 안전 영역"),
            new("safe-area", "margin-top", PromptSectionKind.Layout, "Empty margin at the top", "위 여백"),
            new("safe-area", "margin-bottom", PromptSectionKind.Layout, "Empty margin at the bottom", "아래 여백"),
            new("safe-area", "margin-left", PromptSectionKind.Layout, "Empty margin on the left", "왼쪽 여백"),
            new("safe-area", "margin-right", PromptSectionKind.Layout, "Empty margin on the right", "오른쪽 여백"),
            new("reference", "role", PromptSectionKind.Images, "Role", "역할"),
            new("reference", "take", PromptSectionKind.Images, "Take", "가져올 것"),
            new("reference", "ignore", PromptSectionKind.Images, "Ignore", "무시할 것"),
            new("reference", "part", PromptSectionKind.Images, "Part", "사용할 부분"),
            new("reference", "strength", PromptSectionKind.Images, "Strength", "반영 정도"),
        ];

    private static IEnumerable<FieldWording> DetailRows() =>
        [
            .. ThingRows(),
            .. new[] { "object", "text", "region", "table" }.SelectMany(b =>
                LanguageSchema.Relations.Select(r => RelationRow(b, r))
            ),
        ];

    private static FieldWording RelationRow(string block, string relation)
    {
        (string english, string korean) = relation switch
        {
            "left-of" => ("Left of", "왼쪽에 둘 기준"),
            "right-of" => ("Right of", "오른쪽에 둘 기준"),
            "above" => ("Above", "위쪽에 둘 기준"),
            "below" => ("Below", "아래쪽에 둘 기준"),
            "in-front-of" => ("In front of", "앞에 둘 기준"),
            "behind" => ("Behind", "뒤에 둘 기준"),
            "inside" => ("Inside", "안에 둘 기준"),
            "on" => ("On", "위에 올릴 기준"),
            "next-to" => ("Next to", "곁에 둘 기준"),
            "facing" => ("Facing", "바라보는 대상"),
            "holding" => ("Holding", "들고 있는 것"),
            "wearing" => ("Wearing", "몸에 걸친 것"),
            _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, "A relation without a wording."),
        };
        return new FieldWording(block, relation, SectionOf(block), english, korean);
    }

    private static PromptSectionKind SectionOf(string block) =>
        block switch
        {
            "object" => PromptSectionKind.Objects,
            "text" => PromptSectionKind.Texts,
            "table" => PromptSectionKind.Tables,
            _ => PromptSectionKind.Layout,
        };
}
