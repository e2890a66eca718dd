using PromptDsl.Compilation.Documents;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// A picture file that does not exist. An optional one is left out of the request and of the numbers in
/// the text, which is a hint; unless the text names it.
/// </summary>
internal sealed class MissingPictureCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2060", "missing-picture", DiagnosticSeverity.Error))
{
    private const string Label = "no such file";

    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        foreach (InputPicture picture in context.Stage.Inputs)
        {
            if (picture.Source is FileInput file && context.Assets.IsMissing(file.Path))
            {
                yield return Finding(
                    TargetContext.PlaceOf(picture),
                    Label,
                    $"there is no picture `{file.Path}`",
                    "Paths are relative to the file that names them. Add the picture, or correct the path."
                );
            }
        }

        if (context.Stage.Mask is { } mask && context.Assets.IsMissing(mask.Path))
        {
            yield return Finding(
                mask.Place,
                Label,
                $"there is no mask `{mask.Path}`",
                "Paths are relative to the file that names them. Add the mask, or correct the path."
            );
        }

        foreach (InputPicture picture in context.Compiled.LeftOut)
        {
            yield return Finding(
                TargetContext.PlaceOf(picture),
                "left out",
                $"there is no picture `{((FileInput)picture.Source).Path}`; as it is optional, it is left out",
                "The numbers of the pictures after it change with it."
            ) with
            {
                Severity = DiagnosticSeverity.Hint,
            };
        }

        foreach (MissingPicture named in context.Compiled.NamedLeftOut)
        {
            yield return Finding(
                named.Place,
                "left out",
                $"the text names the optional picture `{named.Name}`, and there is no such file",
                "Add the picture, or keep it out of the text: a sentence cannot do without it."
            );
        }
    }
}
