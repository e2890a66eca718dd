using System.Collections.Immutable;
using PromptDsl.Targets;
using YamlDotNet.RepresentationModel;

namespace PromptDsl.Generator.Models;

/// <summary>
/// Reads <c>models.yaml</c>. Every fact has a source and a confidence, every model states each fact once
/// or calls it unknown, and every source backs a fact.
/// </summary>
internal sealed class ModelTableReader
{
    public const string Path = "src/PromptDsl/Targets/models.yaml";

    private static readonly ImmutableDictionary<string, Confidence> Confidences = ImmutableDictionary
        .Create<string, Confidence>()
        .Add("primary", Confidence.Primary)
        .Add("primary-old", Confidence.PrimaryOld)
        .Add("secondary", Confidence.Secondary)
        .Add("derived", Confidence.Derived);

    private readonly YamlData _data = new(Path);
    private readonly IReadOnlyDictionary<string, YamlNode> _root;
    private readonly ImmutableArray<SourceRow> _sources;
    private readonly HashSet<SourceRow> _used = [];
    private readonly FactReader _facts;

    private ModelTableReader(string text)
    {
        _root = _data.Record(_data.Load(text), ["as-of", "sources", "defaults", "size-rules", "models"]);
        _sources = [.. _data.Entries(_root["sources"]).Select(ReadSource)];
        _facts = new FactReader(_data, SizeRuleReader.Read(_data, _root["size-rules"]));
    }

    /// <summary>Reads the file of a repository.</summary>
    /// <exception cref="DataFileException">The file is wrong.</exception>
    public static ModelTable ReadFile(string root) => Read(File.ReadAllText(System.IO.Path.Combine(root, Path)));

    /// <summary>Reads the content of the file.</summary>
    /// <exception cref="DataFileException">The text is wrong.</exception>
    public static ModelTable Read(string text) => new ModelTableReader(text).ReadTable();

    private ModelTable ReadTable()
    {
        IReadOnlyDictionary<string, YamlNode> defaults = _data.Record(
            _root["defaults"],
            ["model", "conversation-model"]
        );
        var table = new ModelTable(
            _data.Date(_root["as-of"]),
            _sources,
            ReadDefault(defaults["model"]),
            ReadDefault(defaults["conversation-model"]),
            [.. _data.Items(_root["models"]).Select(ReadModel)]
        );
        CheckIds(table);
        CheckSources();
        return table;
    }

    private SourceRow ReadSource(KeyValuePair<YamlScalarNode, YamlNode> entry)
    {
        IReadOnlyDictionary<string, YamlNode> record = _data.Record(entry.Value, ["title", "read"]);
        return new SourceRow(entry.Key.Value!, _data.Text(record["title"]), _data.Date(record["read"]));
    }

    private DefaultRow ReadDefault(YamlNode node)
    {
        IReadOnlyDictionary<string, YamlNode> record = _data.Record(node, ["value", "source", "confidence", "because"]);
        var fact = new FactRow(
            _facts.Word(record["value"]),
            ReadSourceId(record["source"]),
            ReadConfidence(record["confidence"])
        );
        return new DefaultRow(fact, _data.Text(record["because"]));
    }

    private ModelRow ReadModel(YamlNode node)
    {
        IReadOnlyDictionary<string, YamlNode> record = _data.Record(node, ["id", "facts", "unknown"]);
        string id = _data.Text(record["id"]);
        var facts = ImmutableDictionary.CreateBuilder<string, FactRow>();
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (YamlNode group in _data.Items(record["facts"]))
        {
            ReadGroup(id, group, facts, notes);
        }

        HashSet<string> unknown = ReadUnknown(record["unknown"]);
        foreach (FactColumn column in FactColumns.All)
        {
            if (facts.ContainsKey(column.Key) == unknown.Contains(column.Key))
            {
                throw _data.Error(
                    node,
                    facts.ContainsKey(column.Key)
                        ? $"{id} states '{column.Key}' and calls it unknown"
                        : $"{id} neither states '{column.Key}' nor calls it unknown"
                );
            }
        }

        return new ModelRow(id, facts.ToImmutable(), notes.ToImmutable());
    }

    private void ReadGroup(
        string id,
        YamlNode node,
        ImmutableDictionary<string, FactRow>.Builder facts,
        ImmutableArray<string>.Builder notes
    )
    {
        IReadOnlyDictionary<string, YamlNode> record = _data.Record(
            node,
            ["source", "confidence"],
            ["note", .. FactColumns.All.Select(column => column.Key)]
        );
        SourceRow source = ReadSourceId(record["source"]);
        Confidence confidence = ReadConfidence(record["confidence"]);
        if (record.TryGetValue("note", out YamlNode? note))
        {
            notes.Add(_data.Text(note));
        }

        foreach (FactColumn column in FactColumns.All)
        {
            if (
                record.TryGetValue(column.Key, out YamlNode? value)
                && !facts.TryAdd(column.Key, new FactRow(column.Read(_facts, value), source, confidence))
            )
            {
                throw _data.Error(value, $"{id} states '{column.Key}' twice");
            }
        }
    }

    private HashSet<string> ReadUnknown(YamlNode node)
    {
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        foreach (YamlNode item in _data.Items(node))
        {
            if (item is YamlSequenceNode shared)
            {
                unknown.UnionWith(ReadUnknown(shared));
            }
            else if (FactColumns.All.Any(column => column.Key == _data.Text(item)))
            {
                unknown.Add(_data.Text(item));
            }
            else
            {
                throw _data.Error(item, $"unknown key '{_data.Text(item)}'");
            }
        }

        return unknown;
    }

    private SourceRow ReadSourceId(YamlNode node)
    {
        string id = _data.Text(node);
        SourceRow source =
            _sources.FirstOrDefault(source => source.Id == id) ?? throw _data.Error(node, $"unknown source '{id}'");
        _used.Add(source);
        return source;
    }

    private Confidence ReadConfidence(YamlNode node) =>
        Confidences.TryGetValue(_data.Text(node), out Confidence confidence)
            ? confidence
            : throw _data.Error(node, $"unknown confidence '{_data.Text(node)}'");

    private void CheckIds(ModelTable table)
    {
        string? twice = table.Models.GroupBy(model => model.Id).FirstOrDefault(group => group.Skip(1).Any())?.Key;
        if (twice is not null)
        {
            throw _data.Error(_root["models"], $"the model '{twice}' is listed twice");
        }

        string id = table.DefaultModel.Fact.Value.Text;
        if (!table.Models.Any(model => model.Id == id))
        {
            throw _data.Error(_root["defaults"], $"the default model '{id}' is not one of the models");
        }
    }

    private void CheckSources()
    {
        foreach ((YamlScalarNode key, _) in _data.Entries(_root["sources"]))
        {
            if (!_used.Any(source => source.Id == key.Value))
            {
                throw _data.Error(key, $"the source '{key.Value}' backs no fact");
            }
        }
    }
}
