using System.Collections.Immutable;
using System.Text;
using PromptDsl.Text;

namespace PromptDsl.Tests.Linting;

/// <summary>
/// A case of a rule. A file <c>Linting/Rules/IMGxxxx.cases</c> holds cases one after the other, each with
/// a head <c>=== fires en: title</c> or <c>=== silent ko: title</c>, with <c>text</c> after the language for
/// a plain prompt. In a case that fires <c>⟦…⟧</c> marks the primary place of each finding and
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
        foreach (string file in files.Skip(1))
        {
            int line = file.IndexOf('\n');
            others[file[..line]] = file[(line + 1)..];
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

        return new RuleCase(code, head[(colon + 2)..], words[0] == "fires", words[1], words is [_, _, "text"])
        {
            Text = text.ToString(),
            Primary = [.. primary.OrderBy(s => s.Start)],
            Secondary = [.. secondary.OrderBy(s => s.Start)],
            Files = others,
        };
    }
}
