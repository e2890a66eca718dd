namespace PromptDsl.Emulator.Files;

/// <summary>A file of the Files API.</summary>
internal sealed record StoredFile(
    string Id,
    string Name,
    string Purpose,
    string ContentType,
    long CreatedAt,
    ReadOnlyMemory<byte> Bytes
);
