namespace PromptDsl.Emulator.Http;

/// <summary>An event of a stream.</summary>
/// <param name="Name">Its type, which its data repeat.</param>
/// <param name="Data">One line of JSON.</param>
internal sealed record ServerEvent(string Name, ReadOnlyMemory<byte> Data);
