using PromptDsl.Compilation;
using PromptDsl.Compilation.Documents;

namespace PromptDsl;

/// <summary>A way to lay out a prompt document as text.</summary>
public interface IPromptDialect
{
    /// <summary>The name by which it is chosen: <c>prose</c>, <c>labeled</c>, <c>json</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Lays out a document. The text has LF line ends and does not end in white space; the source map
    /// covers it without a gap.
    /// </summary>
    CompiledPrompt Render(PromptDocument document);
}
