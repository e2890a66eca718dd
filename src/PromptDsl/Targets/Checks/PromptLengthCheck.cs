using PromptDsl.Compilation;
using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// A prompt that is longer than the Images API takes for the model. A character is counted as a Unicode
/// scalar value, of which a text has no more than of any other unit. A file with errors is not measured: what
/// repeats a text too often makes it long, and is reported.
/// </summary>
internal sealed class PromptLengthCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2019", "prompt-too-long", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        CompiledPrompt prompt = context.Compiled.Prompt;
        if (
            context.IsResponses
            || context.HasErrors
            || context.Model is null
            || !context.Model.MaxPromptChars.TryGet(out int most)
            || prompt.Text.Length <= most
        )
        {
            yield break;
        }

        int length = prompt.Text.EnumerateRunes().Count();
        if (length > most)
        {
            SourceMapEntry longest = prompt.SourceMap.MaxBy(e => e.Span.Length)!;
            yield return Weigh(
                context.Model.MaxPromptChars,
                Finding(
                    context.Stage.Place,
                    Text($"{length - most:N0} too many"),
                    Text($"the prompt has {length:N0} characters; `{context.Request.Model}` takes {most:N0}"),
                    "Shorten the longest part, or make the picture in stages."
                ) with
                {
                    Secondary = [new DiagnosticLabel(longest.Source, "the longest part")],
                }
            );
        }
    }
}
