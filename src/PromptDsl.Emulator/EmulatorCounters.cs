using System.Collections.Immutable;

namespace PromptDsl.Emulator;

/// <summary>What happened since the start or the last reset.</summary>
/// <param name="Requests">Requests by endpoint.</param>
/// <param name="Answers">Answers by HTTP status; connections that were cut before one count as 0.</param>
/// <param name="Faults">Faults that were put in, by name.</param>
/// <param name="MostAtOnce">The most requests that were being answered at the same time.</param>
/// <param name="FilesKept">Files that were uploaded or written by batches and are there, whenever they came.</param>
/// <param name="FilesDeleted">Files that were deleted.</param>
public sealed record EmulatorCounters(
    ImmutableSortedDictionary<string, int> Requests,
    ImmutableSortedDictionary<int, int> Answers,
    ImmutableSortedDictionary<string, int> Faults,
    int MostAtOnce,
    int FilesKept,
    int FilesDeleted
);
