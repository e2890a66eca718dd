using System.Text;

namespace PromptDsl.Diagnostics;

/// <summary>The pages that explain findings, as Markdown; they are part of the library.</summary>
public static class DiagnosticPages
{
    /// <summary>The page of a code such as <c>IMG0101</c>; null when there is none.</summary>
    public static string? TryGet(string code)
    {
        using Stream? stream = typeof(DiagnosticPages).Assembly.GetManifestResourceStream($"Pages/{code}.md");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
