namespace PromptDsl.Tests.Targets.Checks;

/// <summary>A project without other files.</summary>
internal sealed class NoFiles : ISourceResolver
{
    public static NoFiles Instance { get; } = new();

    public SourceResolution Resolve(string path) => SourceResolution.NotFound;
}
