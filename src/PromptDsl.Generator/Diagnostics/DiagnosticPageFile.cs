using PromptDsl.Diagnostics;

namespace PromptDsl.Generator.Diagnostics;

/// <summary>The page of a code, for reading on the web.</summary>
internal sealed class DiagnosticPageFile(DiagnosticDescriptor descriptor) : IGeneratedFile
{
    public string Path => $"docs/{descriptor.HelpPage}";

    public string Render() =>
        $"<!-- Written by PromptDsl.Generator from src/PromptDsl/Diagnostics/Pages/{descriptor.Code}.md. Change that file and run the generator. -->\n\n"
        + Markdown(descriptor);

    /// <summary>The page as it stands in the source.</summary>
    /// <exception cref="DataFileException">The code has no page.</exception>
    public static string Markdown(DiagnosticDescriptor descriptor) =>
        DiagnosticPages.Find(descriptor.Code)
        ?? throw new DataFileException(
            $"src/PromptDsl/Diagnostics/Pages/{descriptor.Code}.md",
            1,
            1,
            "there is no page"
        );
}
