using System.Collections.Immutable;
using PromptDsl.Assets;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;
using PromptDsl.Targets.Requests;
using PromptDsl.Text;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// Input pictures that the API does not take: too many, too large, in another format. What the bytes are
/// counts, where somebody looked at them; else what the name says.
/// </summary>
internal sealed class InputPictureCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2012", "unsupported-input", DiagnosticSeverity.Error))
{
    /// <summary>Characters of the data URL that the JSON form of an edit takes for a picture.</summary>
    private const long MaxDataUrlChars = 20_971_520;

    private static readonly ImmutableArray<string> TakenByApi = ["png", "jpeg", "webp"];

    public override IEnumerable<Diagnostic> Check(TargetContext context) =>
        OfCount(context).Concat(context.Stage.Inputs.SelectMany(i => OfPicture(context, i)));

    private IEnumerable<Diagnostic> OfCount(TargetContext context)
    {
        ImmutableArray<InputPicture> inputs = context.Stage.Inputs;
        if (context.Model is null || !context.Model.MaxInputImages.TryGet(out int most) || inputs.Length <= most)
        {
            yield break;
        }

        yield return Weigh(
            context.Model.MaxInputImages,
            Finding(
                TargetContext.PlaceOf(inputs[most]),
                Text($"picture {most + 1} of {most}"),
                Text($"{inputs.Length} pictures are sent; `{context.Request.Model}` takes {most}"),
                "Put several into one sheet, or use them in several stages."
            )
        );
    }

    private IEnumerable<Diagnostic> OfPicture(TargetContext context, InputPicture picture)
    {
        SourceSpan place = TargetContext.PlaceOf(picture);
        if (picture.Source is not FileInput file)
        {
            string? format = context
                .Stages.First(s => s.Name == ((StageInput)picture.Source).Stage)
                .Model.Parameters.Format;
            return OfFormat(context, place, $"the picture of `{((StageInput)picture.Source).Stage}`", format ?? "png");
        }

        string subject = $"`{file.Path}`";
        if (context.Assets.Find(file.Path) is not { } facts)
        {
            return OfFormat(context, place, subject, PictureFormats.OfContentType(file.ContentType));
        }

        if (facts.Problem is { } problem)
        {
            return
            [
                Finding(
                    place,
                    "cannot be read",
                    $"{subject} is no picture that can be read: {problem}",
                    "Save the picture anew, or take another one."
                ),
            ];
        }

        return
        [
            .. OfFormat(context, place, subject, PictureFormats.Name(facts.Format)),
            .. OfName(place, file, facts),
            .. OfLength(context, place, subject, facts),
        ];
    }

    private IEnumerable<Diagnostic> OfFormat(TargetContext context, SourceSpan place, string subject, string? format)
    {
        bool isListed = context.Model is not null && context.Model.InputFormats.IsKnown;
        ImmutableArray<string> taken = isListed ? context.Model!.InputFormats.Value : TakenByApi;
        if (format is not null && taken.Contains(format))
        {
            yield break;
        }

        string spoken = PictureFormats.Spoken(taken);
        Diagnostic finding = Finding(
            place,
            $"not {spoken}",
            format is null
                ? $"{subject} is in a format that the API does not take"
                : $"{subject} is a {PictureFormats.Spoken(format)}, which the API does not take",
            $"Convert the picture to {spoken}."
        );
        yield return isListed ? Weigh(context.Model!.InputFormats, finding) : finding;
    }

    // The content type that is sent is the one of the name.
    private IEnumerable<Diagnostic> OfName(SourceSpan place, FileInput file, AssetFacts facts)
    {
        string? byName = PictureFormats.OfContentType(file.ContentType);
        string? byBytes = PictureFormats.Name(facts.Format);
        if (byBytes is not null && byName != byBytes && TakenByApi.Contains(byBytes))
        {
            yield return Finding(
                place,
                $"holds a {PictureFormats.Spoken(byBytes)}",
                $"`{file.Path}` is a {PictureFormats.Spoken(byBytes)} by its bytes, and its name says otherwise",
                "Rename the file: it is sent as what its name says."
            ) with
            {
                Severity = DiagnosticSeverity.Warning,
            };
        }
    }

    private IEnumerable<Diagnostic> OfLength(TargetContext context, SourceSpan place, string subject, AssetFacts facts)
    {
        string length = FileSizes.Spoken(facts.Bytes);
        if (
            context.Model is not null
            && context.Model.MaxInputMegabytes.TryGet(out int most)
            && FileSizes.MayBeAbove(facts.Bytes, most)
        )
        {
            Diagnostic finding = Finding(
                place,
                Text($"not below {most} MB"),
                Text($"{subject} has {length}; an input picture stays below {most} MB"),
                "Scale the picture down, or compress it."
            );
            yield return FileSizes.IsAbove(facts.Bytes, most)
                ? Weigh(context.Model.MaxInputMegabytes, finding)
                : finding with
                {
                    Severity = DiagnosticSeverity.Warning,
                };
        }
        else if (context.UsesEdits && context.Request.Encoding == RequestEncoding.Json && IsLongAsUrl(facts.Bytes))
        {
            yield return Finding(
                place,
                "too long for JSON",
                Text($"{subject} has {length}; with `moderation` an edit is sent as JSON, which takes about 15.7 MB"),
                "Scale the picture down, or remove `moderation`."
            );
        }
    }

    // Base64 makes four characters of three bytes; "data:image/png;base64," comes before them.
    private static bool IsLongAsUrl(long bytes) =>
        ((bytes + 2) / 3 * 4) + "data:image/png;base64,".Length > MaxDataUrlChars;
}
