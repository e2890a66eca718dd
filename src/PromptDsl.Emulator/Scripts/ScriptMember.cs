namespace PromptDsl.Emulator.Scripts;

/// <summary>A named value of an object.</summary>
/// <param name="Offset">The first byte of the name.</param>
internal sealed record ScriptMember(string Name, int Offset, ScriptNode Value);
