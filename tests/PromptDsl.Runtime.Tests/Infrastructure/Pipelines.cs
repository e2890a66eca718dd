namespace PromptDsl.Runtime.Tests.Infrastructure;

/// <summary>Files with stages that build on each other.</summary>
internal static class Pipelines
{
    /// <summary>One to seven stages: alone, edits, conversations, with and without variants.</summary>
    public static string Random(Random random)
    {
        int count = random.Next(1, 8);
        IEnumerable<string> stages = Enumerable
            .Range(0, count)
            .Select(n =>
            {
                string variants = random.Next(3) == 0 ? $"variants: {random.Next(2, 4)}, " : "";
                string via = random.Next(4) == 0 ? "via: responses, " : "";
                string from =
                    n == 0 || random.Next(4) == 0 ? "from: none"
                    : random.Next(3) == 0 && n > 1 ? $"from: [s{random.Next(n - 1)}, s{n - 1}], change: \"change {n}\""
                    : $"from: s{random.Next(n)}, change: \"change {n}\"";
                string own = from == "from: none" ? $", subject \"thing {n}\"" : "";
                return $"stage s{n} {{ {variants}{via}{from}{own} }}";
            });
        return "subject \"a cabin\"\n" + string.Join('\n', stages);
    }
}
