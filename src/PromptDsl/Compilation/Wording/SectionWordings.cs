using PromptDsl.Compilation.Documents;

namespace PromptDsl.Compilation.Wording;

/// <summary>The key and the labels of each section.</summary>
internal static class SectionWordings
{
    private static readonly (string Key, string English, string Korean)[] Rows = new (string, string, string)[
        (int)PromptSectionKind.Negatives + 1
    ];

    static SectionWordings()
    {
        Rows[(int)PromptSectionKind.Prompt] = ("prompt", "Prompt", "프롬프트");
        Rows[(int)PromptSectionKind.Images] = ("images", "Input images", "입력 이미지");
        Rows[(int)PromptSectionKind.Change] = ("change", "Change only the following", "다음만 바꾸세요");
        Rows[(int)PromptSectionKind.Intent] = ("intent", "Intent", "의도");
        Rows[(int)PromptSectionKind.Scene] = ("scene", "Scene", "장면");
        Rows[(int)PromptSectionKind.Subject] = ("subject", "Subject", "주제");
        Rows[(int)PromptSectionKind.Objects] = ("objects", "In the picture", "그림에 넣을 것");
        Rows[(int)PromptSectionKind.Texts] = ("texts", "Text", "문구");
        Rows[(int)PromptSectionKind.Tables] = ("tables", "Tables and charts", "표와 도표");
        Rows[(int)PromptSectionKind.Callouts] = ("callouts", "Labels", "이름표");
        Rows[(int)PromptSectionKind.Layout] = ("layout", "Layout", "배치");
        Rows[(int)PromptSectionKind.Style] = ("style", "Style", "화풍");
        Rows[(int)PromptSectionKind.Keep] = ("keep", "Keep unchanged", "그대로 유지");
        Rows[(int)PromptSectionKind.StyleReminder] = ("keep-style", "Keep the style", "유지할 화풍");
        Rows[(int)PromptSectionKind.Negatives] = ("negatives", "Do not include", "넣지 말 것");
    }

    public static string Key(PromptSectionKind kind) => Rows[(int)kind].Key;

    public static string English(PromptSectionKind kind) => Rows[(int)kind].English;

    public static string Korean(PromptSectionKind kind) => Rows[(int)kind].Korean;
}
