using YamlDotNet.RepresentationModel;

namespace PromptDsl.Generator.Models;

/// <summary>A fact that every model states or calls unknown.</summary>
/// <param name="Key">Its key in <c>models.yaml</c>.</param>
/// <param name="Property">The property of <c>ImageModel</c>, such as <c>Prices.TextInput</c>.</param>
/// <param name="Type">The type of the value in C#.</param>
/// <param name="Read">Reads and checks the value.</param>
/// <param name="Title">What it is, with its unit, for people.</param>
internal sealed record FactColumn(
    string Key,
    string Property,
    string Type,
    Func<FactReader, YamlNode, FactValue> Read,
    string Title
);
