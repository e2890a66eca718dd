using System.Text;
using System.Text.RegularExpressions;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Cli.Tests.Processes;
using Xunit;

namespace PromptDsl.Cli.Tests.Docs;

/// <summary>Does what the pages do, and compares what is printed; <c>UPDATE_GOLDEN=1</c> rewrites them.</summary>
public sealed partial class CommandLinePageTests
{
    [Theory]
    [InlineData("docs/cli.md", 10)]
    [InlineData("docs/locking.md", 7)]
    [InlineData("docs/plan.md", 5)]
    [InlineData("docs/diff.md", 4)]
    [InlineData("docs/run.md", 6)]
    [InlineData("docs/emulator.md", 3)]
    [InlineData("docs/expectations.md", 2)]
    [InlineData("docs/lint.md", 8)]
    [InlineData("docs/cookbook.md", 20)]
    public void The_page_tells_the_truth(string name, int leastCommands)
    {
        using var sandbox = new Sandbox();
        string path = RepositoryRoot.PathOf(name);
        string page = File.ReadAllText(path);
        int commands = 0;
        var actual = new StringBuilder();
        int position = 0;

        // The blocks are found before any is tried: the time limit of the search is not for the commands.
        foreach (Match block in Blocks().Matches(page).ToArray())
        {
            actual.Append(page, position, block.Index - position);
            position = block.Index + block.Length;
            string info = block.Groups["info"].Value;
            string body = block.Groups["body"].Value;
            if (info != "console")
            {
                // A block with a name is a file; one without is for readers alone.
                if (info.Split(' ') is [_, var file])
                {
                    sandbox.Write(file, body);
                }

                actual.Append(block.Value);
                continue;
            }

            string[] steps = body.Split("$ ", StringSplitOptions.RemoveEmptyEntries);
            commands += steps.Length;
            actual.Append("```console\n").AppendJoin("", steps.Select(step => Try(step, sandbox))).Append("```");
        }

        actual.Append(page, position, page.Length - position);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual.ToString());
        }

        Assert.Equal(page, actual.ToString());
        Assert.InRange(commands, leastCommands, 100);
    }

    [Fact]
    public void Every_verb_is_on_the_page()
    {
        string page = File.ReadAllText(RepositoryRoot.PathOf("docs/cli.md"));
        Assert.All(
            PromptDsl.Cli.Verbs.VerbList.Create(),
            v =>
                Assert.Contains(
                    $"promptc {v.CreateCommand(_ => throw new InvalidOperationException()).Name}",
                    page,
                    StringComparison.Ordinal
                )
        );
    }

    /// <summary>The command of a step with what it prints.</summary>
    private static string Try(string step, Sandbox sandbox)
    {
        string command = step.Split('\n', 2)[0];
        (_, string output, _) = Executable.Run(sandbox.Folder, $"{{ {command}; }} 2>&1");
        return $"$ {command}\n{Equalize(output)}";
    }

    /// <summary>The output with what no two runs have in common made equal.</summary>
    private static string Equalize(string output)
    {
        string text = RunIds().Replace(output, "20261121-093012-417-k3fw");
        text = Seconds().Replace(text, "0.1 s");
        return Moments().Replace(text, "2026-11-21 09:30");
    }

    [GeneratedRegex(@"\b\d{8}-\d{6}-\d{3}-[a-z0-9]{4}\b", RegexOptions.None, 1000)]
    private static partial Regex RunIds();

    [GeneratedRegex(@"\b\d+(\.\d)? s\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seconds();

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d \d\d:\d\d\b", RegexOptions.None, 1000)]
    private static partial Regex Moments();

    [GeneratedRegex(
        "^```(?<info>\\w+( \\S+)?)\n(?<body>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Blocks();
}
