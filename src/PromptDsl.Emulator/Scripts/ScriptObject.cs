using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PromptDsl.Text;

namespace PromptDsl.Emulator.Scripts;

/// <summary>An object of a script, asked for its values by name.</summary>
internal sealed class ScriptObject
{
    private readonly ScriptText _text;
    private readonly ScriptNode _node;
    private readonly HashSet<string> _asked = [];

    public ScriptObject(ScriptText text, ScriptNode node)
    {
        _text = text;
        _node = Expect(node, "an object", JsonValueKind.Object);
        ScriptMember? twice = node.Members.GroupBy(m => m.Name).FirstOrDefault(g => g.Skip(1).Any())?.Last();
        if (twice is not null)
        {
            throw text.Problem($"'{twice.Name}' is given twice", twice.Offset);
        }
    }

    public string? FindText(string name) =>
        Find(name) is { } value ? Expect(value, "a text", JsonValueKind.String).Text : null;

    public bool? FindFlag(string name) =>
        Find(name) is { } value
            ? Expect(value, "true or false", JsonValueKind.True, JsonValueKind.False).Kind == JsonValueKind.True
            : null;

    public double? FindNumber(string name, double least, double most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        double number = Expect(value, "a number", JsonValueKind.Number).Number;
        return number >= least && number <= most
            ? number
            : throw _text.Problem(
                string.Create(CultureInfo.InvariantCulture, $"'{name}' is a number from {least} to {most}"),
                value.Offset
            );
    }

    public int? FindInteger(string name, int least, int most = int.MaxValue) =>
        FindNumber(name, least, most) is not { } number ? null
        : number % 1 == 0 ? (int)number
        : throw _text.Problem($"'{name}' is a whole number", Find(name)!.Offset);

    public TimeSpan? FindMilliseconds(string name) =>
        FindInteger(name, 0) is { } number ? TimeSpan.FromMilliseconds(number) : null;

    public string? FindWord(string name, IReadOnlyCollection<string> words) =>
        FindText(name) is not { } word ? null
        : words.Contains(word) ? word
        : throw _text.Problem(
            $"there is no {name} '{word}'{Suggest(word, words) ?? $"; there are {string.Join(", ", words)}"}",
            Find(name)!.Offset
        );

    /// <summary>One of the words, which has to be there.</summary>
    public string Word(string name, IReadOnlyCollection<string> words) =>
        FindWord(name, words) ?? throw _text.Problem($"'{name}' is missing here", _node.Offset);

    public ScriptObject? FindObject(string name) => Find(name) is { } value ? new ScriptObject(_text, value) : null;

    public IEnumerable<ScriptObject> Objects(string name) => Items(name).Select(item => new ScriptObject(_text, item));

    public ImmutableArray<string> Texts(string name) =>
        [.. Items(name).Select(item => Expect(item, "a text", JsonValueKind.String).Text)];

    /// <summary>The members of an object as HTTP headers.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        return
        [
            .. Expect(value, "an object", JsonValueKind.Object)
                .Members.Select(m =>
                    m.Name.Length > 0
                    && m.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
                    && Expect(m.Value, "a text", JsonValueKind.String).Text.All(c => c is >= ' ' and <= '~')
                        ? KeyValuePair.Create(m.Name, m.Value.Text)
                        : throw _text.Problem($"'{m.Name}' is no header that can be sent", m.Offset)
                ),
        ];
    }

    /// <summary>What is wrong with the value of a name.</summary>
    public ScriptException Problem(string name, string message) => _text.Problem(message, Find(name)!.Offset);

    /// <summary>Refuses the names that were not asked for.</summary>
    public void RefuseUnknown()
    {
        if (_node.Members.FirstOrDefault(m => !_asked.Contains(m.Name)) is { } unknown)
        {
            throw _text.Problem($"there is no '{unknown.Name}' here{Suggest(unknown.Name, _asked)}", unknown.Offset);
        }
    }

    private ImmutableArray<ScriptNode> Items(string name) =>
        Find(name) is { } value ? Expect(value, "a list", JsonValueKind.Array).Items : [];

    private ScriptNode? Find(string name)
    {
        _asked.Add(name);
        return _node.Members.FirstOrDefault(m => m.Name == name)?.Value;
    }

    private ScriptNode Expect(ScriptNode node, string what, params ReadOnlySpan<JsonValueKind> kinds) =>
        kinds.Contains(node.Kind) ? node : throw _text.Problem($"{what} is expected here", node.Offset);

    private static string? Suggest(string word, IEnumerable<string> words) =>
        Suggestion.For(word, words) is { } near ? $"; did you mean '{near}'?" : null;
}
