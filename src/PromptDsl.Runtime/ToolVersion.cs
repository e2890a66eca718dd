namespace PromptDsl.Runtime;

/// <summary>The version that records name.</summary>
internal static class ToolVersion
{
    public static string Text { get; } = typeof(ToolVersion).Assembly.GetName().Version!.ToString(3);
}
