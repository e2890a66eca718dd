namespace PromptDsl.Targets;

/// <summary>
/// What a project says about a model: a new one, such as a private deployment or a local server, or one
/// that the catalog has. Known facts of it replace those of the model that it stands on.
/// </summary>
/// <param name="Facts">The id, and the facts that are said; all others are unknown.</param>
/// <param name="Like">
/// The model that it stands on; by default the one with the same id, if there is one. The snapshots of
/// another model are not taken over.
/// </param>
public sealed record ModelAddition(ImageModel Facts, string? Like = null)
{
    public string Id => Facts.Id;
}
