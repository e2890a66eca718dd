using System.Collections.Immutable;

namespace PromptDsl.Emulator.Http;

/// <summary>What a request is answered with.</summary>
internal abstract record ApiAnswer
{
    private ApiAnswer() { }

    public int Status { get; init; } = 200;

    /// <summary>How long the client is asked to wait before its next try.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether pictures were made, which takes its time.</summary>
    public bool HasPictures { get; init; }

    /// <summary>A whole body.</summary>
    public sealed record Body(ReadOnlyMemory<byte> Bytes, string ContentType) : ApiAnswer;

    /// <summary>A stream of events.</summary>
    public sealed record Stream(ImmutableArray<ServerEvent> Events) : ApiAnswer;
}
