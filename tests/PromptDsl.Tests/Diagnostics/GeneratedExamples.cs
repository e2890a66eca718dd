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
            "IMG1064" => PageCase.Of(
                string.Concat(Enumerable.Range(1, 66).Select(i => $"param p{i}: text = \"${{p{i + 1}}}\"\n"))
                    + "param p67: text = \"x\"\nsubject: \"${p1}\"\n"
            ),
            "IMG2066" => PageCase.Of("subject: \"a fox\"\nreference coat \"coat.png\" { role: material }\n") with
            {
                IsLocked = true,
            },
            _ => null,
        };

    private static PageCase ChainOfFiles(int length)
    {
        var files = new MemoryFiles();
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
