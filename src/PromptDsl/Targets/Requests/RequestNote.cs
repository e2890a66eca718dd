namespace PromptDsl.Targets.Requests;

/// <summary>A fact about a request that a caller may report.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Subject">The model, the API parameter, the file or the stage that it is about.</param>
public sealed record RequestNote(RequestNoteKind Kind, string Subject);
