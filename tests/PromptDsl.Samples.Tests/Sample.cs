namespace PromptDsl.Samples.Tests;

/// <summary>Where the samples are, and what they are started with in tests.</summary>
internal static class Sample
{
    /// <summary>A free port of loopback, the folder of the sample, and nothing written in it.</summary>
    public static string[] Arguments(string name, params string[] more)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ImageGen.sln")))
        {
            folder = folder.Parent;
        }

        return
        [
            "--contentRoot",
            Path.Combine(folder!.FullName, "examples", "apps", name),
            "--urls",
            "http://127.0.0.1:0",
            "--Logging:LogLevel:Default",
            "Warning",
            .. more,
        ];
    }
}
