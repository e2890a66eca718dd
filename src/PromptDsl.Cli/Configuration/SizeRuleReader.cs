using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration.Yaml;
using PromptDsl.Targets;

namespace PromptDsl.Cli.Configuration;

/// <summary>
/// Reads which sizes a model draws: a list of sizes, with <c>auto</c> among them when the model may choose,
/// or the bounds of any size.
/// </summary>
internal sealed class SizeRuleReader(string name, YamlNode node)
{
    private const string Auto = "auto";
    private const int LongestEdge = 65_536;
    private const int LargestRatio = 100;
    private const int MostPixels = 1 << 30;

    private static readonly string[] Bounds =
    [
        "multiple",
        "max-ratio",
        "max-edge",
        "min-pixels",
        "max-pixels",
        "experimental-above-pixels",
    ];

    /// <summary>Reads the rule.</summary>
    /// <exception cref="SourceProblemException">The value is no rule, or no size fits it.</exception>
    public SizeRule Read() =>
        node switch
        {
            YamlSequence { Items.IsEmpty: false } list => ReadList(list),
            YamlMapping => ReadBounds(),
            _ => throw ConfigurationProblems.WrongKind(
                node,
                name,
                "a list of sizes, or bounds,",
                "size: [1024x1024, 1536x1024, auto]"
            ),
        };

    private FixedSizeRule ReadList(YamlSequence list)
    {
        YamlNode[] sizes = [.. list.Items.Where(i => i is not YamlScalar { Value: Auto })];
        return sizes.Length == 0
            ? throw Empty("the list holds no size")
            : new FixedSizeRule
            {
                AllowsAuto = sizes.Length < list.Items.Length,
                Sizes = [.. sizes.Select(s => ModelFactReader.Size(s, name))],
            };
    }

    private FlexibleSizeRule ReadBounds()
    {
        Dictionary<string, int> bounds = ModelFactReader.NumbersByKey(node, name, Bounds, "size:\n  multiple: 16");
        Limit(bounds, Bounds[1], LargestRatio);
        Limit(bounds, Bounds[2], LongestEdge);
        Limit(bounds, Bounds[3], MostPixels);
        var rule = new FlexibleSizeRule
        {
            AllowsAuto = true,
            Multiple = bounds[Bounds[0]],
            MaxRatio = bounds[Bounds[1]],
            MaxEdge = bounds[Bounds[2]],
            MinPixels = bounds[Bounds[3]],
            MaxPixels = bounds[Bounds[4]],
            ExperimentalAbovePixels = bounds[Bounds[5]],
        };
        return rule.Choose(new Values.AspectRatio(1, 1)) is null ? throw Empty("no square size fits the bounds") : rule;
    }

    // Sizes are found by trying widths.
    private void Limit(Dictionary<string, int> bounds, string key, int most)
    {
        if (bounds[key] > most)
        {
            throw new SourceProblemException(
                node.Place,
                string.Create(CultureInfo.InvariantCulture, $"`{name}.{key}` is {bounds[key]}; it is {most} at most"),
                "too large",
                "No image model draws such pictures."
            );
        }
    }

    private SourceProblemException Empty(string why) =>
        new(node.Place, $"`{name}` leaves no size", why, "A model draws at least one size.");
}
