using System.Collections.Frozen;

namespace PromptDsl.Semantics;

/// <summary>Words that other languages have, and what is used here instead.</summary>
internal static class ForeignWords
{
    private static readonly FrozenDictionary<string, string> Help = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["import"] = "Another file is brought in with `use \"path.imgp\" as name`.",
        ["require"] = "Another file is brought in with `use \"path.imgp\" as name`.",
        ["let"] = "A value with a name is `define color accent #FF5533`, or a parameter: `param name: text = \"…\"`.",
        ["const"] = "A value with a name is `define color accent #FF5533`, or a parameter: `param name: text = \"…\"`.",
        ["var"] = "A value with a name is `define color accent #FF5533`, or a parameter: `param name: text = \"…\"`.",
        ["variable"] = "A parameter is declared with `param name: text = \"…\"`.",
        ["if"] = "There is no `if`: any block may carry `when: flag` with a boolean parameter.",
        ["else"] = "There is no `else`: any block may carry `when: flag` with a boolean parameter.",
        ["foreach"] = "A loop is `for x in [\"a\", \"b\"] { … }`.",
        ["while"] = "A loop is `for x in [\"a\", \"b\"] { … }`.",
        ["step"] = "A step of a pipeline is `stage name { … }`.",
        ["objects"] = "Things in the picture stand in `details`, each as `object name \"description\"`.",
        ["scene"] = "The scene is the setting of the subject: `subject \"…\" { setting: \"…\" }`.",
        ["negative"] = "What must not be in the picture is `negatives: [\"people\"]`.",
        ["negative-prompt"] = "What must not be in the picture is `negatives: [\"people\"]`.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Kinds and keys in Korean, since text may be Korean as well.</summary>
    private static readonly FrozenDictionary<string, string> Korean = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["제목"] = "title",
        ["버전"] = "version",
        ["메모"] = "note",
        ["언어"] = "locale",
        ["내용"] = "content",
        ["용도"] = "purpose",
        ["목적"] = "purpose",
        ["대상"] = "audience",
        ["주제"] = "subject",
        ["피사체"] = "subject",
        ["배경"] = "setting",
        ["동작"] = "action",
        ["자세"] = "pose",
        ["표정"] = "expression",
        ["의상"] = "wardrobe",
        ["분위기"] = "mood",
        ["스타일"] = "style",
        ["화풍"] = "style",
        ["매체"] = "medium",
        ["조명"] = "lighting",
        ["카메라"] = "camera",
        ["렌즈"] = "lens",
        ["구도"] = "composition",
        ["질감"] = "texture",
        ["팔레트"] = "palette",
        ["색"] = "color",
        ["색상"] = "color",
        ["모델"] = "model",
        ["비율"] = "aspect",
        ["크기"] = "size",
        ["품질"] = "quality",
        ["형식"] = "format",
        ["세부"] = "details",
        ["상세"] = "details",
        ["물체"] = "object",
        ["사물"] = "object",
        ["글자"] = "text",
        ["문구"] = "text",
        ["텍스트"] = "text",
        ["영역"] = "region",
        ["표"] = "table",
        ["위치"] = "at",
        ["재질"] = "material",
        ["글꼴"] = "font",
        ["참조"] = "reference",
        ["참고"] = "reference",
        ["역할"] = "role",
        ["금지"] = "negatives",
        ["제외"] = "negatives",
        ["단계"] = "stage",
        ["변경"] = "change",
        ["유지"] = "keep",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kind or key that a Korean word stands for, or null.</summary>
    public static string? InEnglish(string word) => Korean.GetValueOrDefault(word);

    /// <summary>What is used instead of a word, or null for a word that says nothing here.</summary>
    public static string? HelpFor(string word) => Help.GetValueOrDefault(word);
}
