using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// A parameter that the endpoint has no place for. One that is said for the whole file counts as sent
/// when one of its stages sends it.
/// </summary>
internal sealed class ParameterNotSentCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2051", "parameter-not-sent", DiagnosticSeverity.Warning))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        foreach (RequestNote note in context.Request.Notes.Where(n => n.Kind == RequestNoteKind.ParameterNotSent))
        {
            string key = note.Subject.Replace('_', '-');
            if (context.Stage.Technical.Find(key) is not { } field || IsSentElsewhere(context, key, field))
            {
                continue;
            }

            string route = context.Request.Endpoint == "/v1/images/generations" ? "a new picture" : "this request";
            yield return Finding(
                field.KeyPlace,
                "has no effect",
                $"`{key}` is not sent: {route} has no such parameter",
                "Remove it, or use the API that has it."
            ) with
            {
                Fixes = context.PlaceOf(key).Remove(FixSafety.Safe),
            };
        }
    }

    private static bool IsSentElsewhere(TargetContext context, string key, Field field) =>
        context.Stages.Any(s =>
            s.Model.Technical.Find(key) == field && !s.Request.Notes.Any(n => n.Subject.Replace('_', '-') == key)
        );
}
