using System.Collections.Immutable;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PromptDsl.Cli.Configuration.Yaml;

/// <summary>
/// Reads a YAML file into a tree with places. Works on the events of the parser: no reflection, no
/// types named by the file, and bounds on depth and on what aliases unfold to.
/// </summary>
internal sealed class YamlReader
{
    private const int MaxDepth = 64;
    private const int MaxNodes = 10_000;

    private readonly SourceText _source;
    private readonly IParser _parser;

    // The parser does not know the byte order mark.
    private readonly int _offset;
    private readonly Dictionary<string, (YamlNode Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    private YamlReader(SourceText source)
    {
        _source = source;
        _offset = source.Text.StartsWith('\uFEFF') ? 1 : 0;
        _parser = new Parser(new StringReader(source.Text[_offset..]));
    }

    /// <summary>Reads the only document of a file; null when it is empty.</summary>
    /// <exception cref="SourceProblemException">It is not YAML, or it is more than is read.</exception>
    public static YamlNode? Read(SourceText source)
    {
        var reader = new YamlReader(source);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException e)
        {
            TextSpan span = reader.SpanOf(e.Start, e.End);
            throw new SourceProblemException(
                new SourceSpan(source, span),
                $"`{source.Path}` is not YAML: {e.InnerException?.Message ?? e.Message}",
                "here"
            );
        }
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        YamlNode node = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Current is DocumentStart second)
        {
            throw Problem(PlaceOf(second), "the file has a second document", "begins here", "Keep one document.");
        }

        return node is YamlScalar { Value: "" } ? null : node;
    }

    private YamlNode ReadNode(int depth)
    {
        int before = _nodes;
        ParsingEvent next = _parser.Consume<ParsingEvent>();
        SourceSpan place = PlaceOf(next);
        Count(1, place);
        if (depth > MaxDepth)
        {
            throw Problem(place, $"the file is nested deeper than {MaxDepth} levels", "too deep");
        }

        if (next is AnchorAlias alias)
        {
            return Unfold(alias, place);
        }

        YamlNode node = next switch
        {
            Scalar scalar => new YamlScalar(scalar.Value, place),
            SequenceStart => ReadSequence(depth, place),
            MappingStart => ReadMapping(depth, place),
            _ => throw Problem(place, "a value is expected", "not a value"),
        };
        if (next is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _anchors[anchored.Anchor.Value] = (node, _nodes - before);
        }

        return node;
    }

    private YamlSequence ReadSequence(int depth, SourceSpan place)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new YamlSequence(items.ToImmutable(), place);
    }

    private YamlMapping ReadMapping(int depth, SourceSpan place)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var keys = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            YamlNode keyNode = ReadNode(depth + 1);
            if (keyNode is not YamlScalar key)
            {
                throw Problem(keyNode.Place, $"a key is {keyNode.Kind}", "not a name");
            }

            if (!keys.TryAdd(key.Value, key.Place))
            {
                int first = keys[key.Value].Start.Line + 1;
                throw Problem(
                    key.Place,
                    $"the key `{key.Value}` is given twice",
                    $"first given in line {first}",
                    "Keep one of the two."
                );
            }

            entries.Add(new YamlEntry(key, ReadNode(depth + 1)));
        }

        return new YamlMapping(entries.ToImmutable(), place);
    }

    private YamlNode Unfold(AnchorAlias alias, SourceSpan place)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out (YamlNode Node, int Size) anchor))
        {
            throw Problem(
                place,
                $"the alias `*{alias.Value.Value}` stands for nothing that is written before it",
                "alias"
            );
        }

        Count(anchor.Size, place);
        return anchor.Node;
    }

    private void Count(int nodes, SourceSpan place)
    {
        _nodes += nodes;
        if (_nodes > MaxNodes)
        {
            throw Problem(place, $"the file holds more than {MaxNodes} values, aliases unfolded", "one too many");
        }
    }

    private static SourceProblemException Problem(
        SourceSpan place,
        string message,
        string label,
        string? help = null
    ) => new(place, message, label, help);

    private SourceSpan PlaceOf(ParsingEvent e) => new(_source, SpanOf(e.Start, e.End));

    private TextSpan SpanOf(Mark start, Mark end)
    {
        int from = (int)Math.Clamp(start.Index + _offset, 0, _source.Length);
        return TextSpan.FromBounds(from, (int)Math.Clamp(end.Index + _offset, from, _source.Length));
    }
}
