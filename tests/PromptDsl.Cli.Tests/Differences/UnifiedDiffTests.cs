using System.Globalization;
using PromptDsl.Cli.Differences;
using PromptDsl.Cli.Terminal;
using Xunit;

namespace PromptDsl.Cli.Tests.Differences;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void A_change_is_shown_with_three_lines_around_it() =>
        Assert.Equal(
            """
            --- a.imgp
            +++ a.imgp
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8

            """,
            Diff(Lines(1, 10), Lines(1, 10).Replace("5", "five", StringComparison.Ordinal))
        );

    [Fact]
    public void Distant_changes_have_hunks_of_their_own()
    {
        string old = Lines(1, 30);
        string changed = old.Replace("\n3\n", "\nx\n", StringComparison.Ordinal)
            .Replace("\n25\n", "\n", StringComparison.Ordinal);
        string[] headers = [.. Diff(old, changed).Split('\n').Where(l => l.StartsWith("@@", StringComparison.Ordinal))];
        Assert.Equal(["@@ -1,6 +1,6 @@", "@@ -22,7 +22,6 @@"], headers);
    }

    [Fact]
    public void Changes_with_little_between_them_share_a_hunk() =>
        Assert.Single(
            Diff("1\n2\n3\n4\n5\n6\n7\n8\n", "x\n2\n3\n4\n5\n6\n7\ny\n").Split('\n'),
            l => l.StartsWith("@@", StringComparison.Ordinal)
        );

    [Fact]
    public void A_missing_newline_at_the_end_is_said() =>
        Assert.Equal("--- a.imgp\n+++ a.imgp\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n", Diff("a", "a\n"));

    [Fact]
    public void An_empty_text_has_a_range_of_no_lines()
    {
        Assert.Contains("@@ -0,0 +1 @@", Diff("", "a\n"), StringComparison.Ordinal);
        Assert.Contains("@@ -1 +0,0 @@", Diff("a\n", ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_texts_have_no_difference() => Assert.Empty(Diff("a\nb", "a\nb"));

    [Fact]
    public void At_a_terminal_control_characters_are_escaped()
    {
        var output = new StringWriter { NewLine = "\n" };
        new UnifiedDiff(output, Paint.None, escape: true).Write("a.imgp", "\u001b[2J\n", "");
        Assert.Contains(@"-\u{1B}[2J", output.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A difference is right when applying it to the old text gives the new one.</summary>
    [Fact]
    public void Applying_a_difference_gives_the_new_text()
    {
        var random = new Random(20261121);
        for (int round = 0; round < 500; round++)
        {
            string old = RandomText(random);
            string changed = RandomText(random);
            Assert.Equal(changed, Apply(old, Diff(old, changed)));
        }
    }

    [Fact]
    public void Short_differences_are_found()
    {
        var random = new Random(7);
        string[] old =
        [
            .. Enumerable.Range(0, 2000).Select(_ => random.Next(50).ToString(CultureInfo.InvariantCulture)),
        ];
        List<string> changed = [.. old];
        for (int i = 0; i < 20; i++)
        {
            changed.Insert(random.Next(changed.Count), "new");
        }

        (bool[] removed, bool[] added) = LineDifference.Compute(old, changed);
        Assert.DoesNotContain(true, removed);
        Assert.Equal(20, added.Count(a => a));
    }

    [Fact]
    public void Texts_without_anything_in_common_take_no_time()
    {
        string[] old = [.. Enumerable.Range(0, 60_000).Select(i => $"a{i % 997}")];
        string[] changed = [.. Enumerable.Range(0, 60_000).Select(i => $"b{i % 991}")];
        (bool[] removed, _) = LineDifference.Compute(old, changed);
        Assert.DoesNotContain(false, removed);
    }

    private static string Diff(string old, string changed)
    {
        var output = new StringWriter { NewLine = "\n" };
        new UnifiedDiff(output, Paint.None, escape: false).Write("a.imgp", old, changed);
        return output.ToString();
    }

    private static string Lines(int from, int to) =>
        string.Concat(Enumerable.Range(from, to - from + 1).Select(i => $"{i}\n"));

    private static string RandomText(Random random)
    {
        string text = string.Concat(
            Enumerable.Range(0, random.Next(40)).Select(_ => $"{(char)('a' + random.Next(4))}\n")
        );
        return random.Next(2) == 0 ? text : text.TrimEnd('\n');
    }

    private static string Apply(string old, string diff)
    {
        if (diff.Length == 0)
        {
            return old;
        }

        string[] lines = [.. old.Split('\n').Select(l => l + "\n")];
        var result = new List<string>();
        int position = 0;
        foreach (string line in diff.Split('\n').Skip(2).SkipLast(1))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                string[] range = line.Split(' ')[1][1..].Split(',');
                int start = int.Parse(range[0], CultureInfo.InvariantCulture);
                int to = range is [_, "0"] ? start : start - 1;
                result.AddRange(lines[position..to]);
                position = to;
            }
            else if (line[0] == '\\')
            {
                result[^1] = result[^1].TrimEnd('\n');
            }
            else
            {
                position += line[0] == '+' ? 0 : 1;
                if (line[0] != '-')
                {
                    result.Add(line[1..] + "\n");
                }
                else
                {
                    result.Add("");
                }
            }
        }

        string rest = string.Concat(lines[position..]);
        return string.Concat(result) + rest[..Math.Max(0, rest.Length - 1)];
    }
}
