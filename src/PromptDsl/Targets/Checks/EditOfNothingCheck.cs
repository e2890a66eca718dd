using PromptDsl.Diagnostics;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// An edit that sends no picture and continues no response: the image tool answers
/// <c>action: edit</c> with an error then, and the edits endpoint needs a picture.
/// </summary>
internal sealed class EditOfNothingCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2020", "edit-of-nothing", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        ImageRequest request = context.Request;
        if (context.Stage.IsEdit && request.Inputs.IsEmpty && request.PreviousResponse is null)
        {
            yield return Finding(
                context.Stage.Place,
                "no picture to edit",
                "the request is an edit, and no picture goes with it",
                "Name what is edited, as in `from: \"photo.png\"`, or write `from: none` for a new picture."
            );
        }
    }
}
