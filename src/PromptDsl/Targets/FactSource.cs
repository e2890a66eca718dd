using System.Globalization;

namespace PromptDsl.Targets;

/// <summary>A text that facts of the catalog were read in.</summary>
/// <param name="Id">The short name in <c>models.yaml</c>, or the file and line of a project.</param>
/// <param name="Title">What the text is, for people.</param>
/// <param name="Read">The day on which it was read; null for a project's own file.</param>
public sealed record FactSource(string Id, string Title, DateOnly? Read)
{
    /// <summary>A line of a project's configuration.</summary>
    /// <param name="path">The file as it is shown.</param>
    /// <param name="line">The line, counted from one.</param>
    public static FactSource OfProject(string path, int line) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}:{line}"), "the configuration of the project", null);
}
