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

    /// <summary>What is used instead of a word, or null for a word that says nothing here.</summary>
    public static string? HelpFor(string word) => Help.GetValueOrDefault(word);
}
