using PromptDsl.Compilation.Documents;

namespace PromptDsl.Compilation.Wording;

/// <content>What is in the picture.</content>
internal static partial class FieldWordings
{
    private static IEnumerable<FieldWording> ThingRows() =>
        [
            new("object", "", PromptSectionKind.Objects, "Object", "물체"),
            new("object", "count", PromptSectionKind.Objects, "Count", "수량"),
            new("object", "at", PromptSectionKind.Objects, "Position", "위치"),
            new("object", "size", PromptSectionKind.Objects, "Size", "크기"),
            new("object", "color", PromptSectionKind.Objects, "Color", "색"),
            new("object", "material", PromptSectionKind.Objects, "Material", "재질"),
            new("object", "texture", PromptSectionKind.Objects, "Texture", "질감"),
            new("object", "state", PromptSectionKind.Objects, "State", "상태"),
            new("object", "action", PromptSectionKind.Objects, "Action", "동작"),
            new("object", "pose", PromptSectionKind.Objects, "Pose", "자세"),
            new("object", "expression", PromptSectionKind.Objects, "Expression", "표정"),
            new("object", "wardrobe", PromptSectionKind.Objects, "Wardrobe", "옷차림"),
            new("object", "emphasis", PromptSectionKind.Objects, "Emphasis", "강조"),
            new("object", "from", PromptSectionKind.Objects, "Appearance as in", "참고할 그림"),
            new("object", "negatives", PromptSectionKind.Objects, "Without", "제외"),
            new("text", "", PromptSectionKind.Texts, "Text", "문구"),
            new("text", "at", PromptSectionKind.Texts, "Position", "위치"),
            new("text", "font", PromptSectionKind.Texts, "Lettering", "서체"),
            new("text", "weight", PromptSectionKind.Texts, "Weight", "굵기"),
            new("text", "size", PromptSectionKind.Texts, "Letter size", "글자 크기"),
            new("text", "color", PromptSectionKind.Texts, "Color", "글자색"),
            new("text", "spacing", PromptSectionKind.Texts, "Letter spacing", "자간"),
            new("text", "language", PromptSectionKind.Texts, "Language", "언어"),
            new("text", "case", PromptSectionKind.Texts, "Capitalization", "대소문자"),
            new("text", "spell", PromptSectionKind.Texts, "Letter by letter", "한 글자씩"),
            new("region", "", PromptSectionKind.Layout, "Area", "영역"),
            new("region", "at", PromptSectionKind.Layout, "Position", "위치"),
            new("region", "share", PromptSectionKind.Layout, "Share of the picture", "화면에서 차지하는 비율"),
            new("region", "negatives", PromptSectionKind.Layout, "Without", "제외"),
            new("grid", "", PromptSectionKind.Layout, "Grid", "격자"),
            new("grid", "at", PromptSectionKind.Layout, "Position", "위치"),
            new("grid", "gutter", PromptSectionKind.Layout, "Between the cells", "칸 사이"),
            new("grid", "negatives", PromptSectionKind.Layout, "Without", "제외"),
            new("each", "", PromptSectionKind.Layout, "Every cell", "모든 칸"),
            new("each", "negatives", PromptSectionKind.Layout, "Without", "제외"),
            new("cell", "", PromptSectionKind.Layout, "Cell", "칸"),
            new("cell", "negatives", PromptSectionKind.Layout, "Without", "제외"),
            new("table", "", PromptSectionKind.Tables, "Title", "제목"),
            new("table", "as", PromptSectionKind.Tables, "Drawn as", "형태"),
            new("table", "unit", PromptSectionKind.Tables, "Unit", "단위"),
            new("table", "columns", PromptSectionKind.Tables, "Columns", "열"),
            new("table", "at", PromptSectionKind.Tables, "Position", "위치"),
            new("row", "", PromptSectionKind.Tables, "Row", "행"),
            new("callout", "", PromptSectionKind.Callouts, "Label", "이름표"),
            new("callout", "target", PromptSectionKind.Callouts, "Points at", "가리킬 대상"),
            new("callout", "number", PromptSectionKind.Callouts, "Number", "번호"),
            new("callout", "side", PromptSectionKind.Callouts, "Side", "방향"),
        ];
}
