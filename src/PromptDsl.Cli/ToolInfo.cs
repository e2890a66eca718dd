using System.Reflection;

namespace PromptDsl.Cli;

internal static class ToolInfo
{
    public const string Name = "promptc";

    /// <summary>The version without the commit that it was built from.</summary>
    public static string Version { get; } =
        typeof(ToolInfo)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
