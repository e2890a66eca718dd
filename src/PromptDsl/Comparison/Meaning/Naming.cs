namespace PromptDsl.Comparison.Meaning;

/// <summary>What the names of one version stand for.</summary>
internal sealed class Naming
{
    /// <summary>Names that stand for themselves.</summary>
    public static Naming AsWritten { get; } = new();

    private readonly Dictionary<(NameScope Scope, string Name), string> _keys = [];

    /// <summary>Gives a name the key of what it stands for; the first of a name counts.</summary>
    public void Add(NameScope scope, string name, string key) => _keys.TryAdd((scope, name), key);

    /// <summary>A part as its words, or as what it stands for.</summary>
    public string KeyOf(FactPart part) =>
        part.Scope != NameScope.None && _keys.TryGetValue((part.Scope, part.Text), out string? key) ? key : part.Text;
}
