using PromptDsl.Tests.Infrastructure;
using PromptDsl.Tests.Samples;
using Xunit;

namespace PromptDsl.Tests;

/// <summary>The sample of the readme is compiled and run.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Readme_shows_the_sample()
    {
        string source = Read("tests/PromptDsl.Tests/Samples/Library.cs");
        string[] sample = Between(source, "// <readme>\n", "// </readme>").TrimEnd().Split('\n');
        string expected = string.Join('\n', sample.Select(line => line.Length > 8 ? line[8..] : line));
        Assert.Equal(expected, Between(Read("README.md"), "```csharp\n", "\n```"));
    }

    [Fact]
    public void Sample_prints_the_prompt_and_the_request()
    {
        TextWriter console = Console.Out;
        using var output = new StringWriter();
        try
        {
            Console.SetOut(output);
            Library.Run();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Contains("Subject: a lakeside cabin.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"size\": \"1024x1536\"", output.ToString(), StringComparison.Ordinal);
    }

    private static string Read(string path) =>
        File.ReadAllText(Path.Combine(RepositoryRoot.Path, path)).ReplaceLineEndings("\n");

    private static string Between(string text, string start, string end)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        Assert.True(from >= start.Length, $"there is no {start}");
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
