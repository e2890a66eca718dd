using System.Collections.Immutable;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Runs;

/// <summary>The first line of a journal.</summary>
/// <param name="Schema">The version of the form.</param>
/// <param name="RunId">The id of the run.</param>
/// <param name="Tool">The version of promptc.</param>
/// <param name="Provider">The name of the provider.</param>
/// <param name="Endpoint">Where requests go.</param>
/// <param name="Files">The files that take part.</param>
/// <param name="Price">What it was forecast to cost.</param>
/// <param name="Notes">What the caller wants to find again.</param>
public sealed record RunOpened(
    int Schema,
    string RunId,
    string Tool,
    string Provider,
    string Endpoint,
    ImmutableArray<RunFile> Files,
    PriceRange Price,
    ImmutableDictionary<string, string> Notes
) : JournalRecord;
