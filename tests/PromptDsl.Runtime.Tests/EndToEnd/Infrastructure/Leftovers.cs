using System.Text;
using System.Text.Json;
using PromptDsl.Pictures;
using Xunit;

namespace PromptDsl.Runtime.Tests.EndToEnd.Infrastructure;

/// <summary>Looks at everything that a run left on disk.</summary>
internal static class Leftovers
{
    /// <summary>No file is temporary or half written.</summary>
    public static void AreWhole(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(".tmp", Path.GetRelativePath(folder, path), StringComparison.Ordinal);
            Exception? problem = Record.Exception(() => Read(path));
            Assert.True(problem is null, $"{path} is not whole: {problem?.Message}");
        }
    }

    private static void Read(string path)
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
                string text = Encoding.UTF8.GetString(bytes);
                Assert.EndsWith("\n", text, StringComparison.Ordinal);
                foreach (string line in text.TrimEnd('\n').Split('\n'))
                {
                    using (JsonDocument.Parse(line)) { }
                }

                break;
            default:
                break;
        }
    }
}
