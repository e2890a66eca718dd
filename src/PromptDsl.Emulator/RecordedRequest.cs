using System.Collections.Immutable;

namespace PromptDsl.Emulator;

/// <summary>A request as it arrived, without its credentials.</summary>
/// <param name="Number">Counted from 1 in the order in which requests were read.</param>
/// <param name="Endpoint">The endpoint as rules of a script name it, such as <c>images/generations</c>; empty for none.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with its query.</param>
/// <param name="Headers">By name, in any case; several values of one name are joined by ", ".</param>
/// <param name="Body">The bytes of the body.</param>
public sealed record RecordedRequest(
    int Number,
    string Endpoint,
    string Method,
    string Path,
    ImmutableSortedDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body
);
