using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// More pictures than one request gives. Where a request gives one, the compiler sends it as often as
/// pictures are wanted, so that is no mistake.
/// </summary>
internal sealed class PictureCountCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2013", "too-many-pictures", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (context.Model is null || !context.Model.MaxCount.TryGet(out int most) || context.Request.Count <= most)
        {
            yield break;
        }

        ParameterPlace place = context.PlaceOf("count");
        bool isCount = context.Stage.Technical.Integer("count") == context.Request.Count;
        yield return Weigh(
            context.Model.MaxCount,
            Finding(
                place.Place,
                Text($"{most} at most"),
                Text(
                    $"`{context.Request.Model}` gives at most {most} pictures a request; {context.Request.Count} are asked for"
                ),
                Text($"Ask for {most} at most, or make the others in another stage.")
            ) with
            {
                Fixes = isCount ? place.Write(Text($"{most}")) : [],
            }
        );
    }
}
