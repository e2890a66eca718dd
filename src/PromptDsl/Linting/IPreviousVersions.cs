namespace PromptDsl.Linting;

/// <summary>Knows what files were before they were changed; asked from several threads.</summary>
public interface IPreviousVersions
{
    /// <summary>What a file compiled to when its last version was kept; null when there is none or it did not compile.</summary>
    CompilationResult? Before(CompilationResult current);
}
