namespace PromptDsl.Generator;

internal static class RepositoryRoot
{
    /// <summary>The nearest folder above that holds the solution.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder above holds it.</exception>
    public static string Find(string folder)
    {
        for (DirectoryInfo? current = new(folder); current is not null; current = current.Parent)
        {
            if (File.Exists(Path.Combine(current.FullName, "ImageGen.sln")))
            {
                return current.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above '{folder}' holds ImageGen.sln.");
    }
}
