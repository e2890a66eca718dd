using System.Collections.Immutable;

namespace PromptDsl.Cli.Configuration;

/// <summary>A key of <c>promptc.yaml</c> that holds one value.</summary>
/// <param name="Section">The mapping that it stands in.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Description">One sentence for editors and documentation.</param>
internal sealed record ConfigurationKey(string Section, string Name, string Description)
{
    /// <summary>The words that it may be; empty when it is any text.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Whether it is a path, relative to the file that says it.</summary>
    public bool IsPath { get; init; }

    /// <summary>Whether it is an amount of money.</summary>
    public bool IsAmount { get; init; }

    /// <summary>The largest value of a whole number from 1; null when it is no number.</summary>
    public int? Most { get; init; }

    /// <summary>What is in force when nobody says anything; shown, and used by the verbs.</summary>
    public string? Default { get; init; }

    public string FullName => $"{Section}.{Name}";
}
