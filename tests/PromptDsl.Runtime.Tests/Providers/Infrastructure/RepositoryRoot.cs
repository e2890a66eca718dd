namespace PromptDsl.Runtime.Tests.Providers.Infrastructure;

/// <summary>The folder that holds the solution.</summary>
internal static class RepositoryRoot
{
    public static string PathOf(string path) => Path.Combine(Folder, path);

    private static string Folder { get; } = Find();

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ImageGen.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("ImageGen.sln is in no folder above the tests");
    }
}
