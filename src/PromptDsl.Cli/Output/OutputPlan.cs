using System.Collections.Immutable;
using System.Text;
using PromptDsl.Compilation;
using PromptDsl.Text;

namespace PromptDsl.Cli.Output;

/// <summary>Decides which files a compiled source becomes.</summary>
internal static class OutputPlan
{
    /// <summary>The path of the folder of a source: its own path without the extension.</summary>
    public static string FolderOf(string logicalPath)
    {
        string[] parts = logicalPath.Split('/');
        parts[^1] = Path.GetFileNameWithoutExtension(parts[^1]);
        return string.Join('/', parts.Select(OutputNames.Sanitize));
    }

    /// <summary>The files of a source, the manifest last; none when it compiles to nothing.</summary>
    public static List<OutputFile> Create(string logicalPath, ImmutableArray<CompiledBuild> builds)
    {
        var files = new List<OutputFile>();
        List<string> folders = OutputNames.Distinct(builds.Select(b => b.Name));
        for (int i = 0; i < builds.Length; i++)
        {
            string folder = builds[i].Name.Length == 0 ? "" : folders[i] + "/";
            AddBuild(files, folder, builds[i]);
        }

        // A file without a picture in it, such as shared definitions, has no output.
        if (files.Count > 0)
        {
            files.Add(OutputManifest.Create(logicalPath, files));
        }

        return files;
    }

    private static void AddBuild(List<OutputFile> files, string folder, CompiledBuild build)
    {
        List<string> names = OutputNames.Distinct(build.Stages.Select(s => s.Name));
        for (int i = 0; i < build.Stages.Length; i++)
        {
            CompiledStage stage = build.Stages[i];
            string stem = folder + (stage.Name.Length == 0 ? "" : names[i] + ".");
            files.Add(new OutputFile(stem + "prompt.txt", Encoding.UTF8.GetBytes(EndWithNewline(stage.Prompt.Text))));
            files.Add(new OutputFile(stem + "request.json", Encoding.UTF8.GetBytes(stage.Request.ToJson())));
            files.Add(new OutputFile(stem + "map.json", SourceMapJson.Write(stage.Prompt)));
        }
    }

    private static string EndWithNewline(string text) => text.EndsWith('\n') ? text : text + "\n";
}
