using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Evaluation;

/// <summary>Makes the paths of pictures relative to the project root.</summary>
internal sealed class PicturePathReader(DiagnosticBag diagnostics)
{
    /// <summary>A path as a file writes it: from the folder of that file.</summary>
    public BoundValue Read(string written, SourceSpan place) => Read(place.Source.Path, written, place, help: null);

    /// <summary>A path from outside: from the project root, not from the file that declares the parameter.</summary>
    public BoundValue ReadFromOutside(string written, SourceSpan place) =>
        Read(
            "",
            written,
            place,
            "A path from outside is relative to the project root, with / on every system: `refs/board.png`."
        );

    private BoundValue Read(string from, string written, SourceSpan place, string? help)
    {
        switch (LogicalPath.Combine(from, written, out string path))
        {
            case LogicalPath.Outcome.Ok:
                return new ImageValue(path, place);
            case LogicalPath.Outcome.OutsideRoot:
                diagnostics.Add(ValueDiagnostics.PathOutsideRoot(place, written));
                break;
            default:
                Diagnostic malformed = ValueDiagnostics.MalformedPath(place, written);
                diagnostics.Add(help is null ? malformed : malformed with { Help = help });
                break;
        }

        return new ErrorValue(place);
    }
}
