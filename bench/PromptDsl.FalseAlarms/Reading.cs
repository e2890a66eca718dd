using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Text;

namespace PromptDsl.FalseAlarms;

/// <summary>A way in which prompts are given to the linter.</summary>
/// <param name="Title">Its name in the table.</param>
/// <param name="Lint">What the linter says about a prompt.</param>
internal sealed record Reading(string Title, Func<Linter, string, ImmutableArray<Diagnostic>> Lint)
{
    /// <summary>The prompt as it is, as <c>promptc lint --text</c> reads it.</summary>
    public static Reading Plain { get; } =
        new("as a plain prompt", (linter, prompt) => linter.LintText(SourceText.FromString(prompt, "prompt.txt")));

    /// <summary>The prompt as the description of a subject: what a file says at first when somebody adopts the language.</summary>
    public static Reading Subject { get; } =
        new(
            "as the subject of a file",
            (linter, prompt) =>
            {
                string quoted = prompt
                    .Replace("\\", "\\\\")
                    .Replace("\"", "\\\"")
                    .Replace("$", "\\$")
                    .ReplaceLineEndings("\\n");
                CompilationResult result = new PromptCompiler().Compile($"subject: \"{quoted}\"\n");
                return linter.Lint(result, CompilerOptions.Default);
            }
        );

    /// <summary>Everything that the rules of a set of categories say about collections.</summary>
    public List<Hit> Read(IEnumerable<PromptCollection> collections)
    {
        var linter = new Linter(LintOptions.Default);
        return
        [
            .. from collection in collections
            from pair in collection.Prompts.Select((prompt, i) => (prompt, number: i + 1))
            from finding in Lint(linter, pair.prompt)
            select new Hit(collection.Name, pair.number, finding),
        ];
    }
}
