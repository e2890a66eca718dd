using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PromptDsl.Diagnostics;

namespace PromptDsl.Tests.Linting;

/// <summary>
/// The page of a rule taken apart. A block <c>```imgp</c> is a file; behind the word may stand <c>before</c> (the
/// last version of the next one) or <c>file=PATH</c> (a file that the others of the section may use), and a block
/// <c>```text</c> is a plain prompt.
/// </summary>
internal sealed partial class RulePage
{
    private readonly Dictionary<string, string> _sections = new(StringComparer.Ordinal);
    private readonly string _code;

    private RulePage(string code)
    {
        _code = code;
        string[] parts = Heading().Split(DiagnosticPages.Find(code)!);
        Titles = [.. parts.Where((_, i) => i % 2 == 1)];
        for (int i = 1; i < parts.Length; i += 2)
        {
            _sections.Add(parts[i], parts[i + 1].Trim());
        }
    }

    public ImmutableArray<string> Titles { get; }

    public static RulePage Of(string code) => new(code);

    public string Section(string title) => _sections.GetValueOrDefault(title, "");

    /// <summary>The examples of a section that are looked at.</summary>
    public ImmutableArray<(string Text, RuleRun Run)> Examples(string title)
    {
        var files = new MemoryFiles();
        string? before = null;
        var examples = ImmutableArray.CreateBuilder<(string, RuleRun)>();
        foreach (Match block in Fence().Matches(Section(title)))
        {
            string info = block.Groups["info"].Value.Trim();
            string body = block.Groups["body"].Value;
            if (info == "before")
            {
                before = body;
            }
            else if (info.StartsWith("file=", StringComparison.Ordinal))
            {
                files[info["file=".Length..]] = body;
            }
            else
            {
                bool isPlain = block.Groups["kind"].Value == "text";
                var run = new RuleRun(_code, files) { Before = before, IsPlainText = isPlain };
                examples.Add((isPlain ? body.TrimEnd('\n') : body, run));
                before = null;
            }
        }

        return examples.ToImmutable();
    }

    [GeneratedRegex("^## (?<title>.+)\n", RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(
        @"^(?<fence>```+)(?<kind>imgp|text)(?<info>[^\n]*)\n(?<body>.*?)^\k<fence>$",
        RegexOptions.Multiline | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Fence();
}
