namespace PromptDsl.Targets;

/// <summary>One of the facts that the catalog may state about a model.</summary>
/// <param name="Key">Its name in <c>models.yaml</c> and in the configuration of a project.</param>
/// <param name="Title">What it says, for people, in a few words.</param>
public abstract record ModelFact(string Key, string Title)
{
    /// <summary>What the catalog states about a model; null when it is unknown.</summary>
    public abstract FactStatement? Of(ImageModel model);
}

/// <summary>A fact whose value has a type.</summary>
/// <param name="Key">Its name in <c>models.yaml</c> and in the configuration of a project.</param>
/// <param name="Title">What it says, for people, in a few words.</param>
/// <param name="Get">Reads it.</param>
/// <param name="Set">The model with the fact changed.</param>
public sealed record ModelFact<T>(
    string Key,
    string Title,
    Func<ImageModel, Fact<T>> Get,
    Func<ImageModel, Fact<T>, ImageModel> Set
) : ModelFact(Key, Title)
{
    public override FactStatement? Of(ImageModel model) =>
        Get(model) is { IsKnown: true } fact ? new FactStatement(fact.Value, fact.Source, fact.Confidence.Value) : null;
}
