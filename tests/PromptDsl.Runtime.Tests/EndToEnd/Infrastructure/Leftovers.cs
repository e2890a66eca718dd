using System.Text;
using System.Text.Json;
using PromptDsl.Pictures;
using Xunit;

namespace PromptDsl.Runtime.Tests.EndToEnd.Infrastructure;

/// <summary>Looks at everything that a run left on disk.</summary>
internal static class Leftovers
{
    /// <summary>No file is half written.</summary>
    /// <param name="folder">The folder, with all that is in it.</param>
    /// <param name="isAfterKill">Whether temporary files, and the last line of a journal, may be.</param>
    public static void AreWhole(string folder, bool isAfterKill = false)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            // What was about to be put into the cache is nobody's, and is removed after a day.
            string name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            bool isTemporary = name.EndsWith(".tmp", StringComparison.Ordinal);
            if (name.Contains("cache/tmp/", StringComparison.Ordinal) || (isTemporary && isAfterKill))
            {
                continue;
            }

            Assert.False(isTemporary, $"{name} is left");
            Exception? problem = Record.Exception(() => Read(path, isAfterKill));
            Assert.True(problem is null, $"{name} is not whole: {problem?.Message}");
        }
    }

    private static void Read(string path, bool isAfterKill)
    {
        byte[] bytes = File.ReadAllBytes(path);
        switch (Path.GetExtension(path))
        {
            case ".png" or ".jpg" or ".webp":
                _ = PictureDecoder.Decode(bytes);
                break;
            case ".json":
                using (JsonDocument.Parse(bytes)) { }
                break;
            case ".jsonl":
                string[] lines = Encoding.UTF8.GetString(bytes).Split('\n');
                Assert.True(isAfterKill || lines[^1].Length == 0, "its last line has no end");
                foreach (string line in lines[..^1])
                {
                    using (JsonDocument.Parse(line)) { }
                }

                break;
            default:
                break;
        }
    }
}
