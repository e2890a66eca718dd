using System.Text;
using PromptDsl.Linting;

namespace PromptDsl.Diagnostics;

/// <summary>The page of each code: what it reports, why it matters, an example and its correction.</summary>
public static class DiagnosticPages
{
    /// <summary>The page of a code as Markdown, or null when there is no such code; read when it is asked for.</summary>
    /// <param name="codeOrName">A code or its name, in any case.</param>
    public static string? Find(string codeOrName)
    {
        if (DiagnosticCatalog.Find(codeOrName) is not { } descriptor)
        {
            return null;
        }

        return descriptor.IsLintRule ? RulePages.Render(descriptor) : Read(descriptor);
    }

    /// <summary>What a code is about, in the first paragraph of its page; null when there is no page.</summary>
    public static string? Summary(string codeOrName)
    {
        string[] lines = Find(codeOrName)?.Split('\n') ?? [];
        IEnumerable<string> paragraph = lines
            .SkipWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))
            .Skip(1)
            .SkipWhile(l => l.Length == 0)
            .TakeWhile(l => l.Length > 0);
        string text = string.Join(' ', paragraph);
        return text.Length > 0 ? text : null;
    }

    private static string? Read(DiagnosticDescriptor descriptor)
    {
        using Stream? stream = typeof(DiagnosticPages).Assembly.GetManifestResourceStream(
            $"Pages/{descriptor.Code}.md"
        );
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
