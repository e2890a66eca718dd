using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PromptDsl.Generator;

/// <summary>Reads a YAML data file strictly: whatever is not expected is an error with its position.</summary>
internal sealed class YamlData(string path)
{
    /// <summary>Reads the one mapping that the file is.</summary>
    public YamlMappingNode Load(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new DataFileException(path, e.Start.Line, e.Start.Column, e.Message);
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? root
            : throw new DataFileException(path, 1, 1, "the file is not one mapping");
    }

    public DataFileException Error(YamlNode node, string problem) =>
        new(path, node.Start.Line, node.Start.Column, problem);

    /// <summary>The entries of a mapping, in their order.</summary>
    public IReadOnlyList<KeyValuePair<YamlScalarNode, YamlNode>> Entries(YamlNode node)
    {
        YamlMappingNode mapping = node as YamlMappingNode ?? throw Error(node, "a mapping is expected");
        return
        [
            .. mapping.Select(entry =>
                KeyValuePair.Create(
                    entry.Key as YamlScalarNode ?? throw Error(entry.Key, "a key is a word"),
                    entry.Value
                )
            ),
        ];
    }

    /// <summary>A mapping that has all of the required keys, and no key beside those and the optional ones.</summary>
    public IReadOnlyDictionary<string, YamlNode> Record(YamlNode node, string[] required, params string[] optional)
    {
        var record = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach ((YamlScalarNode key, YamlNode value) in Entries(node))
        {
            if (!required.Contains(key.Value) && !optional.Contains(key.Value))
            {
                throw Error(key, $"unknown key '{key.Value}'");
            }

            record.Add(key.Value!, value);
        }

        string? missing = Array.Find(required, key => !record.ContainsKey(key));
        return missing is null ? record : throw Error(node, $"'{missing}' is missing");
    }

    public IReadOnlyList<YamlNode> Items(YamlNode node) =>
        node is YamlSequenceNode sequence ? [.. sequence.Children] : throw Error(node, "a list is expected");

    public string Text(YamlNode node) =>
        node is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : throw Error(node, "a text is expected");

    public bool Flag(YamlNode node) =>
        Text(node) switch
        {
            "true" => true,
            "false" => false,
            string text => throw Error(node, $"'{text}' is not true or false"),
        };

    public int Integer(YamlNode node) =>
        int.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Error(node, $"'{Text(node)}' is not a whole number");

    public decimal Decimal(YamlNode node) =>
        decimal.TryParse(Text(node), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : throw Error(node, $"'{Text(node)}' is not a number");

    public DateOnly Date(YamlNode node) =>
        DateOnly.TryParseExact(
            Text(node),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly value
        )
            ? value
            : throw Error(node, $"'{Text(node)}' is not a date such as 2026-11-20");
}
