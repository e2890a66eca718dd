using System.Text.RegularExpressions;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Cli.Tests.Processes;
using Xunit;

namespace PromptDsl.Cli.Tests.Docs;

/// <summary>Does what <c>docs/cli.md</c> does, and compares what is printed.</summary>
public sealed partial class CommandLinePageTests
{
    [Fact]
    public void The_page_tells_the_truth()
    {
        using var sandbox = new Sandbox();
        string page = File.ReadAllText(RepositoryRoot.PathOf("docs/cli.md"));
        int commands = 0;
        foreach (Match block in Blocks().Matches(page))
        {
            string info = block.Groups["info"].Value;
            string body = block.Groups["body"].Value;
            if (info != "console")
            {
                sandbox.Write(info.Split(' ')[1], body);
                continue;
            }

            foreach (string step in body.Split("$ ", StringSplitOptions.RemoveEmptyEntries))
            {
                string[] parts = step.Split('\n', 2);
                (_, string output, _) = Executable.Run(sandbox.Folder, $"{{ {parts[0]}; }} 2>&1");
                Assert.Equal(parts[1], output);
                commands++;
            }
        }

        Assert.InRange(commands, 10, 100);
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

    [GeneratedRegex(
        "^```(?<info>\\w+( \\S+)?)\n(?<body>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Blocks();
}
