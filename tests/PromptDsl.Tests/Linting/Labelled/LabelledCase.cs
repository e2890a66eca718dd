using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Tests.Linting.Labelled;

/// <summary>
/// A file that somebody judged by reading it, whatever the rules say. <c>IMGxxxx.LANGUAGE.txt</c> holds cases one
/// after the other, each with a head <c>=== yes: note</c> if the defect is there and <c>=== no: note</c> if it only
/// looks so, with <c>text</c> after the first word for a plain prompt and <c>, also: IMGxxxx</c> at the end if
/// another defect is there as well. What stands under <c>=== base</c> ends every file that says nothing technical;
/// <c>--- NAME</c> begins another file that the first one may import.
/// </summary>
internal sealed record LabelledCase(string Code, string Language, string Note, bool HasDefect, bool IsPlainText)
{
    private const string Also = ", also: ";

    public required string Text { get; init; }

    public required MemoryFiles Files { get; init; }

    public required ImmutableHashSet<string> OtherDefects { get; init; }

    public override string ToString() => $"{Code}.{Language} {(HasDefect ? "yes" : "no")}: {Note}";

    public CompilationResult Compile() =>
        new PromptCompiler(Files).Compile(SourceText.FromString(Text), CompilerOptions.Default);

    public static ImmutableArray<LabelledCase> ReadFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "IMG*.txt").Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    private static IEnumerable<LabelledCase> ReadFile(string path)
    {
        string[] name = Path.GetFileNameWithoutExtension(path).Split('.');
        string[] parts = ("\n" + File.ReadAllText(path).ReplaceLineEndings("\n")).Split("\n=== ")[1..];
        string foot = "";
        foreach (string part in parts)
        {
            int end = part.IndexOf('\n');
            string head = part[..end];
            string body = part[(end + 1)..].TrimEnd('\n') + "\n";
            if (head == "base")
            {
                foot = body;
            }
            else
            {
                yield return Read(name[0], name[1], head, body, foot);
            }
        }
    }

    private static LabelledCase Read(string code, string language, string head, string body, string foot)
    {
        string[] label = head.Split(": ", 2);
        string[] kind = label[0].Split(' ');
        string[] note = label[1].Split(Also);
        string[] files = body.Split("\n--- ");
        var others = new MemoryFiles();
        foreach (string file in files[1..])
        {
            string[] lines = file.Split('\n', 2);
            others[lines[0]] = lines[1];
        }

        bool isPlainText = kind is [_, "text"];
        bool isWhole = isPlainText || files[0].Contains("technical {", StringComparison.Ordinal);
        return new LabelledCase(code, language, note[0], kind[0] == "yes", isPlainText)
        {
            Text = files[0].TrimEnd('\n') + "\n" + (isWhole ? "" : foot),
            Files = others,
            OtherDefects = [.. note[1..].SelectMany(n => n.Split(' '))],
        };
    }
}
