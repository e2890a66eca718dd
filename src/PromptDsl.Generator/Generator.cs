using System.Text;

namespace PromptDsl.Generator;

/// <summary>Writes the generated files, or with <c>--check</c> names those that are not current.</summary>
internal static class Generator
{
    /// <summary>Runs the program on a repository.</summary>
    /// <returns>0 when all is well, 1 for a stale file or a wrong data file, 2 for a wrong call.</returns>
    public static int Run(string[] args, string root, TextWriter output)
    {
        if (args is not ([] or ["--check"]))
        {
            output.WriteLine("usage: dotnet run --project src/PromptDsl.Generator -- [--check]");
            return 2;
        }

        try
        {
            return args is ["--check"] ? Check(root, output) : Write(root, output);
        }
        catch (DataFileException e)
        {
            output.WriteLine(e.Message);
            return 1;
        }
    }

    private static int Check(string root, TextWriter output)
    {
        int stale = 0;
        foreach (IGeneratedFile file in GeneratedFiles.All(root))
        {
            if (!IsCurrent(root, file.Path, file.Render()))
            {
                output.WriteLine($"{file.Path} is stale");
                stale++;
            }
        }

        return stale == 0 ? 0 : 1;
    }

    private static int Write(string root, TextWriter output)
    {
        foreach (IGeneratedFile file in GeneratedFiles.All(root))
        {
            string content = file.Render();
            if (!IsCurrent(root, file.Path, content))
            {
                string path = Path.Combine(root, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, Encoding.UTF8.GetBytes(content));
                output.WriteLine($"{file.Path} written");
            }
        }

        return 0;
    }

    private static bool IsCurrent(string root, string path, string content)
    {
        string full = Path.Combine(root, path);
        return File.Exists(full) && File.ReadAllBytes(full).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(content));
    }
}
