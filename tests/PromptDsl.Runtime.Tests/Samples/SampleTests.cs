using Newcomer;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Samples;

/// <summary>The program of docs/run.md is compiled and run.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("promptc-sample-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_page_shows_the_program()
    {
        string source = Read("tests/PromptDsl.Runtime.Tests/Samples/RunFromCode.cs");
        string[] body = Between(source, "// <run>\n", "        // </run>").TrimEnd().Split('\n');
        string expected =
            Between(source, "// <program>\n", "// </program>")
            + string.Join('\n', body.Select(line => line.Length > 8 ? line[8..] : line));
        Assert.Equal(expected, Between(Read("docs/run.md"), "```csharp\n", "\n```"));
    }

    [Fact]
    public async Task The_program_makes_the_pictures()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "cabin.imgp"),
            "subject: \"a cabin\"\ntechnical { model: \"gpt-image-2\", aspect: 3:2, quality: low }\n",
            cancellation
        );
        await RunFromCode.RunAsync(_folder, cancellation);
        Assert.True(File.Exists(Path.Combine(_folder, "out", "cabin", "cabin.png")));
    }

    private static string Read(string path) => File.ReadAllText(RepositoryRoot.PathOf(path)).ReplaceLineEndings("\n");

    private static string Between(string text, string start, string end)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        Assert.True(from >= start.Length, $"there is no {start}");
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
