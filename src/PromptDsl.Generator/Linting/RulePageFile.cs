using PromptDsl.Diagnostics;
using PromptDsl.Linting;

namespace PromptDsl.Generator.Linting;

/// <summary>The page of a rule, for reading on the web.</summary>
internal sealed class RulePageFile(LintRule rule) : IGeneratedFile
{
    public string Path => $"docs/{rule.Descriptor.HelpPage}";

    public string Render() =>
        "<!-- Written by PromptDsl.Generator from the documentation in the rule. Change that and run the generator. -->\n\n"
        + DiagnosticPages.Find(rule.Descriptor.Code);
}
