namespace PromptDsl.Targets.Checks;

/// <summary>Words by which a prompt asks for a subject that stands alone, in English and Korean.</summary>
internal static class TransparencyWords
{
    private static readonly string[] Stems =
    [
        "transparen",
        "isolated",
        "cutout",
        "cut-out",
        "cut out",
        "die-cut",
        "alpha channel",
        "no background",
        "without background",
        "without a background",
        "background: none",
        "투명",
        "배경 없",
        "배경이 없",
        "배경을 빼",
        "누끼",
        "따로 떨어진",
    ];

    public static bool AreIn(string text) =>
        Array.Exists(Stems, s => text.Contains(s, StringComparison.OrdinalIgnoreCase));
}
