using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PromptDsl.Diagnostics;
using PromptDsl.Targets.Prices;
using PromptDsl.Tests.Infrastructure;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Diagnostics;

/// <summary>
/// A page taken apart. A block <c>```imgp</c> is a file; behind the word may stand
/// <c>file=PATH</c> (another file of the section, with <c>outside</c> or <c>unreadable</c> when it
/// cannot be had; such a block may be <c>```json</c> or <c>```text</c> too), <c>set=NAME=VALUE</c> (a value
/// from outside), <c>pictures=PATHS</c> (the only pictures that there are, as PNG of 1024x1024),
/// <c>budget=DOLLARS</c>, <c>bytes</c> (<c>\xFF</c> is a byte,
/// <c>\u{202E}</c> a character) and <c>illustration</c> (not compiled).
/// </summary>
internal sealed partial class Page
{
    private const string Pictures = "pictures=";

    private readonly List<(string Title, string Body)> _sections = [];
    private readonly string _code;

    public Page(string markdown)
    {
        string[] parts = Heading().Split(markdown);
        Head = parts[0];
        _code = Head.Split(' ')[1];
        for (int i = 1; i < parts.Length; i += 2)
        {
            _sections.Add((parts[i], parts[i + 1].Trim('\n')));
        }
    }

    /// <summary>The title and the severity.</summary>
    public string Head { get; }

    public IEnumerable<string> Titles => _sections.Select(s => s.Title);

    public static Page Of(string code) =>
        new(DiagnosticPages.Find(code) ?? throw new InvalidOperationException($"{code} has no page"));

    public string Section(string title) => _sections.Find(s => s.Title == title).Body ?? "";

    /// <summary>The files of a section that are compiled.</summary>
    public ImmutableArray<PageCase> Cases(string title)
    {
        var files = new MemoryFiles();
        var cases = ImmutableArray.CreateBuilder<PageCase>();
        foreach (Match block in Fence().Matches(Section(title)))
        {
            string info = block.Groups["info"].Value.Trim();
            string body = block.Groups["body"].Value;
            if (info.StartsWith("file=", StringComparison.Ordinal))
            {
                AddFile(files, info["file=".Length..], body);
            }
            else if (info != "illustration")
            {
                cases.Add(
                    new PageCase(ReadSource(info, body), files, ReadParameters(info))
                    {
                        Pictures = ReadPictures(info),
                        Budget = ReadBudget(info),
                        Code = _code,
                    }
                );
            }
        }

        return cases.ToImmutable();
    }

    private static void AddFile(MemoryFiles files, string path, string body)
    {
        if (path.EndsWith(" outside", StringComparison.Ordinal))
        {
            files.Add(path[..^" outside".Length], SourceResolution.OutsideRoot);
        }
        else if (path.EndsWith(" unreadable", StringComparison.Ordinal))
        {
            files.Add(path[..^" unreadable".Length], SourceResolution.Unreadable("access is denied"));
        }
        else
        {
            files[path] = body;
        }
    }

    private static SourceText ReadSource(string info, string body)
    {
        if (info != "bytes")
        {
            Assert.Matches("^$|^(?:set|budget|pictures)=", info);
            return SourceText.FromString(body, PageCase.MainPath);
        }

        var bytes = new List<byte>();
        int position = 0;
        foreach (Match escape in Escape().Matches(body))
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(body[position..escape.Index]));
            int number = int.Parse(escape.Groups["hex"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (escape.Value[1] == 'x')
            {
                bytes.Add((byte)number);
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(char.ConvertFromUtf32(number)));
            }

            position = escape.Index + escape.Length;
        }

        bytes.AddRange(Encoding.UTF8.GetBytes(body[position..]));
        return SourceText.FromBytes(bytes.ToArray(), PageCase.MainPath);
    }

    private static KnownPictures? ReadPictures(string info) =>
        IsOption(info, Pictures) ? KnownPictures.Of(info[Pictures.Length..].Split(',')) : null;

    private static bool IsOption(string info, string option) => info.StartsWith(option, StringComparison.Ordinal);

    private static ImmutableArray<ParameterBinding> ReadParameters(string info)
    {
        if (!info.StartsWith("set=", StringComparison.Ordinal))
        {
            return [];
        }

        string[] parts = info["set=".Length..].Split('=', 2);
        return [new ParameterBinding(parts[0], parts[1], "--set")];
    }

    private static Money? ReadBudget(string info) =>
        info.StartsWith("budget=", StringComparison.Ordinal)
            ? new Money(decimal.Parse(info["budget=".Length..], CultureInfo.InvariantCulture))
            : null;

    [GeneratedRegex("^## (?<title>.+)\n", RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(
        @"^(?<fence>```+)(?:imgp|(?:json|text)(?= file=))(?<info>[^\n]*)\n(?<body>.*?)^\k<fence>$",
        RegexOptions.Multiline | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Fence();

    [GeneratedRegex(@"\\x(?<hex>[0-9A-F]{2})|\\u\{(?<hex>[0-9A-F]{2,6})\}", RegexOptions.None, 1000)]
    private static partial Regex Escape();
}
