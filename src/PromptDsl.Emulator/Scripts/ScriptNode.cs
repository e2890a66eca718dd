using System.Collections.Immutable;
using System.Text.Json;

namespace PromptDsl.Emulator.Scripts;

/// <summary>A value of a script that knows where it stands.</summary>
/// <param name="Offset">Its first byte.</param>
internal sealed record ScriptNode(JsonValueKind Kind, int Offset)
{
    public string Text { get; init; } = "";

    public double Number { get; init; }

    public ImmutableArray<ScriptNode> Items { get; init; } = [];

    public ImmutableArray<ScriptMember> Members { get; init; } = [];
}
