using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;
using PromptDsl.Cli.Terminal;
using PromptDsl.Compilation;
using PromptDsl.Text;

namespace PromptDsl.Cli.Output;

/// <summary>Shows each sentence of a prompt with the source lines that it was made from.</summary>
internal sealed class PromptExplainer(TextWriter output, Paint paint, LoadedSource source)
{
    public void Print(CompiledPrompt prompt)
    {
        foreach (TextSpan sentence in SentencesOf(prompt))
        {
            foreach (string line in SafeText.EscapeLines(prompt.Text.Substring(sentence.Start, sentence.Length).Trim()))
            {
                output.WriteLine(line);
            }

            foreach (SourceSpan origin in OriginsOf(prompt, sentence))
            {
                string place = $"{source.DisplayPath(origin.Source)}:{origin.Start.Line + 1}";
                var line = new DisplayLine(origin.Source, origin.Start.Line);
                string text = line.Render(0, 100).Trim();
                output.WriteLine($"    {paint.Cyan(SafeText.Escape(place))}  {paint.Dim(text)}");
            }
        }
    }

    /// <summary>The sentences: a line ends one, and so does a period that the author did not write.</summary>
    internal static IEnumerable<TextSpan> SentencesOf(CompiledPrompt prompt)
    {
        string text = prompt.Text;
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool isEnd =
                text[i] == '\n'
                || (
                    text[i] is '.' or '!' or '?' && i + 1 < text.Length && text[i + 1] == ' ' && !IsAuthored(prompt, i)
                );
            if (isEnd || i == text.Length - 1)
            {
                var sentence = TextSpan.FromBounds(start, i + 1);
                start = i + 1;
                if (!text.AsSpan(sentence.Start, sentence.Length).IsWhiteSpace())
                {
                    yield return sentence;
                }
            }
        }
    }

    private static bool IsAuthored(CompiledPrompt prompt, int position) =>
        prompt.SourceMap.Any(e => e.IsAuthored && e.Span.Contains(position));

    // One line for each source line; connecting words only count where nothing is the author's own.
    private static IEnumerable<SourceSpan> OriginsOf(CompiledPrompt prompt, TextSpan sentence)
    {
        List<SourceMapEntry> entries = [.. prompt.SourceMap.Where(e => SaysSomething(prompt, e.Span, sentence))];
        bool hasAuthored = entries.Exists(e => e.IsAuthored);
        return entries
            .Where(e => e.IsAuthored || !hasAuthored)
            .Select(e => e.Source)
            .DistinctBy(s => (s.Source.Path, s.Start.Line));
    }

    // Connecting words may begin with the period of the sentence before.
    private static bool SaysSomething(CompiledPrompt prompt, TextSpan entry, TextSpan sentence)
    {
        for (int i = Math.Max(entry.Start, sentence.Start); i < Math.Min(entry.End, sentence.End); i++)
        {
            if (char.IsLetterOrDigit(prompt.Text[i]) || char.IsSurrogate(prompt.Text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
