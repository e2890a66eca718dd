using Sprache;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>
/// A place in a text. Sprache's own input holds a dictionary for each character and counts lines;
/// this one makes the ten thousand texts of a test run affordable.
/// </summary>
internal sealed class CharacterInput(string source, int position) : IInput
{
    private static readonly Dictionary<object, object> NoMemos = [];

    private CharacterInput? _next;

    public string Source => source;

    public int Position => position;

    public bool AtEnd => position == source.Length;

    public char Current => source[position];

    public int Line => 1;

    public int Column => position + 1;

    public IDictionary<object, object> Memos => NoMemos;

    public IInput Advance() => _next ??= new CharacterInput(source, position + 1);

    public bool Equals(IInput? other) => other is not null && other.Position == position;

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => position;
}
