using PromptDsl.Tests.Infrastructure;
using PromptDsl.Text;

namespace PromptDsl.Tests.Diagnostics;

/// <summary>Examples that are too large to print; their pages show an illustration.</summary>
internal static class GeneratedExamples
{
    public static PageCase? Find(string code) =>
        code switch
        {
            "IMG0005" => PageCase.Of($"subject: \"{new string('a', SourceText.MaxBytes)}\"\n"),
            "IMG1044" => ChainOfFiles(257),
            _ => null,
        };

    private static PageCase ChainOfFiles(int length)
    {
        var files = new InMemoryFiles();
        for (int i = 1; i <= length; i++)
        {
            files[$"part-{i}.imgp"] = i == length ? "" : $"use \"part-{i + 1}.imgp\" as next\n";
        }

        return PageCase.Of("use \"part-1.imgp\" as next\nsubject: \"a red fox\"\n") with
        {
            Files = files,
        };
    }
}
