namespace PromptDsl.Cli;

/// <summary>The JSON that the verbs write.</summary>
internal static class JsonOutput
{
    /// <summary>Its version, which changes when a field changes its meaning.</summary>
    public const int Schema = 1;
}
