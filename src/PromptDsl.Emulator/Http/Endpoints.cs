namespace PromptDsl.Emulator.Http;

/// <summary>The names of endpoints in scripts and counters.</summary>
internal static class Endpoints
{
    public const string Generations = "images/generations";
    public const string Edits = "images/edits";

    /// <summary>What LocalAI has in place of edits.</summary>
    public const string Inpainting = "images/inpainting";

    public const string Variations = "images/variations";
    public const string Responses = "responses";
    public const string Files = "files";
    public const string Batches = "batches";
    public const string Models = "models";

    /// <summary>Paths that lead nowhere.</summary>
    public const string Unknown = "unknown";

    /// <summary>Pictures that an answer gave the address of.</summary>
    public const string Pictures = "pictures";

    public static readonly string[] All =
    [
        Generations,
        Edits,
        Inpainting,
        Variations,
        Responses,
        Files,
        Batches,
        Models,
        Pictures,
    ];

    public static bool MakesPictures(string endpoint) => endpoint is Generations or Edits or Inpainting or Responses;
}
