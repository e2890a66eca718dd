using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PromptDsl.Linting;
using PromptDsl.Linting.Options;
using PromptDsl.Text;

namespace PromptDsl.Tests.Linting;

/// <summary>
/// A case of a rule. A file <c>Linting/Rules/IMGxxxx.cases</c> holds cases one after the other, each with
/// a head <c>=== fires en: title</c> or <c>=== silent ko: title</c>, with <c>text</c> after the language for
/// a plain prompt, <c>model=ID</c>, <c>as-of=DATE</c> and <c>option=NAME=VALUE</c> (with commas between words).
/// In a case that fires <c>⟦…⟧</c> marks the primary place of each finding and
/// <c>⟪…⟫</c> the other places; <c>--- NAME</c> begins another file that the first one may import.
/// </summary>
internal sealed record RuleCase(string Code, string Title, bool Fires, string Language, bool IsPlainText)
{
    private const char Open = '⟦';
    private const char Close = '⟧';
    private const char OpenOther = '⟪';
    private const char CloseOther = '⟫';

    /// <summary>The first file without marks.</summary>
    public required string Text { get; init; }

    public required ImmutableArray<TextSpan> Primary { get; init; }

    public required ImmutableArray<TextSpan> Secondary { get; init; }

    public required MemoryFiles Files { get; init; }

    /// <summary>The last version of the first file, or null.</summary>
    public string? Before { get; init; }

    /// <summary>With what the files are compiled.</summary>
    public CompilerOptions Compiler { get; init; } = CompilerOptions.Default;

    /// <summary>What is set about the rule.</summary>
    public LintOptions Options { get; init; } = LintOptions.Default;

    private const string BeforeFile = "before";

    public override string ToString() => $"{Code} {(Fires ? "fires" : "silent")} {Language}: {Title}";

    public static ImmutableArray<RuleCase> ReadFile(string path)
    {
        string code = Path.GetFileNameWithoutExtension(path);
        string[] parts = ("\n" + File.ReadAllText(path).ReplaceLineEndings("\n")).Split("\n=== ");
        return [.. parts.Skip(1).Select(p => Read(code, p))];
    }

    private static RuleCase Read(string code, string part)
    {
        int end = part.IndexOf('\n');
        string head = part[..end];
        int colon = head.IndexOf(": ", StringComparison.Ordinal);
        string[] words = head[..colon].Split(' ');
        string[] files = part[(end + 1)..].Split("\n--- ");
        var others = new MemoryFiles();
        string? before = null;
        foreach (string file in files.Skip(1))
        {
            int line = file.IndexOf('\n');
            others[file[..line]] = file[(line + 1)..];
            before = file[..line] == BeforeFile ? file[(line + 1)..] : before;
        }

        var text = new StringBuilder();
        var primary = ImmutableArray.CreateBuilder<TextSpan>();
        var secondary = ImmutableArray.CreateBuilder<TextSpan>();
        var open = new Stack<int>();
        foreach (char c in files[0].TrimEnd('\n') + "\n")
        {
            switch (c)
            {
                case Open or OpenOther:
                    open.Push(text.Length);
                    break;
                case Close:
                    primary.Add(TextSpan.FromBounds(open.Pop(), text.Length));
                    break;
                case CloseOther:
                    secondary.Add(TextSpan.FromBounds(open.Pop(), text.Length));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return new RuleCase(code, head[(colon + 2)..], words[0] == "fires", words[1], words.Contains("text"))
        {
            Text = text.ToString(),
            Primary = [.. primary.OrderBy(s => s.Start)],
            Secondary = [.. secondary.OrderBy(s => s.Start)],
            Files = others,
            Before = before,
            Compiler = ReadCompiler(words),
            Options = ReadOptions(code, words),
        };
    }

    private static CompilerOptions ReadCompiler(string[] words) =>
        new()
        {
            Model = ValueOf(words, "model="),
            AsOf = ValueOf(words, "as-of=") is { } date
                ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                : null,
        };

    private static LintOptions ReadOptions(string code, string[] words)
    {
        LintOptions options = LintOptions.Default;
        foreach (string word in words.Where(w => w.StartsWith("option=", StringComparison.Ordinal)))
        {
            string[] parts = word.Split('=', 3);
            RuleOption option = RuleRegistry.Find(code)!.Options.Single(o => o.Name == parts[1]);
            object value = option switch
            {
                IntegerOption => int.Parse(parts[2], CultureInfo.InvariantCulture),
                NumberOption => decimal.Parse(parts[2], CultureInfo.InvariantCulture),
                _ => parts[2].Split(',').ToImmutableArray(),
            };
            options = options with { Settings = options.Settings.SetItem((code, option.Name), value) };
        }

        return options;
    }

    private static string? ValueOf(string[] words, string key) =>
        Array.Find(words, w => w.StartsWith(key, StringComparison.Ordinal))?[key.Length..];
}
