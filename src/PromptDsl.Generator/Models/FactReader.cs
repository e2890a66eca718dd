using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Targets;
using PromptDsl.Values;
using YamlDotNet.RepresentationModel;

namespace PromptDsl.Generator.Models;

/// <summary>Reads the values of facts.</summary>
internal sealed class FactReader(YamlData data, ImmutableDictionary<string, FactValue> sizeRules)
{
    public FactValue Word(YamlNode node) => new(CSharpText.Literal(data.Text(node)), data.Text(node));

    public FactValue Words(YamlNode node)
    {
        ImmutableArray<FactValue> words = [.. data.Items(node).Select(Word)];
        return new FactValue(
            $"[{string.Join(", ", words.Select(word => word.CSharp))}]",
            words.IsEmpty ? "none" : string.Join(", ", words.Select(word => word.Text))
        );
    }

    public FactValue Flag(YamlNode node)
    {
        bool value = data.Flag(node);
        return new FactValue(CSharpText.Literal(value), value ? "yes" : "no");
    }

    public FactValue Integer(YamlNode node)
    {
        int value = data.Integer(node);
        return new FactValue(CSharpText.Literal(value), value.ToString("N0", CultureInfo.InvariantCulture));
    }

    public FactValue Price(YamlNode node)
    {
        decimal value = data.Decimal(node);
        return new FactValue(CSharpText.Literal(value), value.ToString(CultureInfo.InvariantCulture));
    }

    public FactValue DateOrNone(YamlNode node) =>
        data.Text(node) == "none"
            ? new FactValue("null", "none announced")
            : new FactValue(CSharpText.Literal(data.Date(node)), data.Text(node));

    public FactValue Status(YamlNode node)
    {
        string word = data.Text(node);
        return Enum.TryParse(word, ignoreCase: true, out ModelStatus status)
            ? new FactValue($"ModelStatus.{status}", word)
            : throw data.Error(node, $"unknown status '{word}'");
    }

    public FactValue SizeRule(YamlNode node) =>
        sizeRules.GetValueOrDefault(data.Text(node))
        ?? throw data.Error(node, $"unknown size rule '{data.Text(node)}'");

    public FactValue PerImage(YamlNode node)
    {
        var rows = new List<string>();
        var texts = new List<string>();
        foreach ((YamlScalarNode quality, YamlNode sizes) in data.Entries(node))
        {
            foreach ((YamlScalarNode size, YamlNode number) in data.Entries(sizes))
            {
                string value = CSharpText.Literal(data.Decimal(number));
                rows.Add($"new({CSharpText.Literal(quality.Value!)}, {Size(data, size).CSharp}, {value})");
                texts.Add($"{quality.Value} {size.Value}: {data.Text(number)}");
            }
        }

        return new FactValue($"new PerImageTable([{string.Join(", ", rows)}])", string.Join("; ", texts));
    }

    public FactValue InputTokens(YamlNode node)
    {
        string[] keys = ["base", "per-tile", "tile-pixels", "high-fidelity-square", "high-fidelity-other"];
        IReadOnlyDictionary<string, YamlNode> record = data.Record(node, keys);
        int[] n = Array.ConvertAll(keys, key => data.Integer(record[key]));
        return new FactValue(
            $"new InputTokenRule({string.Join(", ", n)})",
            $"{n[0]} and {n[1]} per tile of {n[2]} pixels; with high fidelity {n[3]} more if square, else {n[4]}"
        );
    }

    public static FactValue Size(YamlData data, YamlNode node) =>
        ImageSize.TryParse(data.Text(node), out ImageSize size)
            ? new FactValue($"new({size.Width}, {size.Height})", size.ToString())
            : throw data.Error(node, $"'{data.Text(node)}' is not a size such as 1536x1024");
}
