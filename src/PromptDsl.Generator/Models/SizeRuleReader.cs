using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace PromptDsl.Generator.Models;

/// <summary>Reads the named size rules.</summary>
internal static class SizeRuleReader
{
    private static readonly string[] Bounds =
    [
        "multiple",
        "max-ratio",
        "max-edge",
        "min-pixels",
        "max-pixels",
        "experimental-above-pixels",
    ];

    public static ImmutableDictionary<string, FactValue> Read(YamlData data, YamlNode node) =>
        data.Entries(node).ToImmutableDictionary(entry => entry.Key.Value!, entry => ReadRule(data, entry.Value));

    private static FactValue ReadRule(YamlData data, YamlNode node)
    {
        YamlNode kind = data.Record(node, ["kind"], ["auto", "sizes", .. Bounds])["kind"];
        return data.Text(kind) switch
        {
            "fixed" => Fixed(data, data.Record(node, ["kind", "auto", "sizes"])),
            "flexible" => Flexible(data, data.Record(node, ["kind", "auto", .. Bounds])),
            string other => throw data.Error(kind, $"'{other}' is not fixed or flexible"),
        };
    }

    private static FactValue Fixed(YamlData data, IReadOnlyDictionary<string, YamlNode> rule)
    {
        ImmutableArray<FactValue> sizes = [.. data.Items(rule["sizes"]).Select(size => FactReader.Size(data, size))];
        if (sizes.IsEmpty)
        {
            throw data.Error(rule["sizes"], "a fixed rule has at least one size");
        }

        bool auto = data.Flag(rule["auto"]);
        string list = string.Join(", ", sizes.Select(size => size.CSharp));
        return new FactValue(
            $"new FixedSizeRule {{ AllowsAuto = {CSharpText.Literal(auto)}, Sizes = [{list}] }}",
            string.Join(", ", sizes.Select(size => size.Text)) + Auto(auto)
        );
    }

    private static FactValue Flexible(YamlData data, IReadOnlyDictionary<string, YamlNode> rule)
    {
        bool auto = data.Flag(rule["auto"]);
        int[] n = Array.ConvertAll(Bounds, key => data.Integer(rule[key]));
        IEnumerable<string> settings = Bounds.Zip(n, (key, value) => $"{CSharpText.PascalCase(key)} = {value}");
        return new FactValue(
            $"new FlexibleSizeRule {{ AllowsAuto = {CSharpText.Literal(auto)}, {string.Join(", ", settings)} }}",
            FormattableString.Invariant(
                $"multiples of {n[0]}, ratio 1:{n[1]} to {n[1]}:1, edge up to {n[2]}, {n[3]:N0} to {n[4]:N0} pixels, experimental above {n[5]:N0}"
            ) + Auto(auto)
        );
    }

    private static string Auto(bool auto) => auto ? ", auto" : "";
}
