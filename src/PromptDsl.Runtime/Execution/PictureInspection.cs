using PromptDsl.Assets;
using PromptDsl.Runtime.Providers;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Execution;

/// <summary>Reads every picture that came, before anything is made of it: it is there, whole, and a picture.</summary>
internal static class PictureInspection
{
    /// <summary>The outcome, or a malformed answer when a picture is none.</summary>
    public static async Task<ProviderOutcome> InspectAsync(ProviderOutcome outcome, ImageRequest request)
    {
        if (outcome is not ProviderAnswer answer)
        {
            return outcome;
        }

        string? problem = answer.Pictures.IsEmpty ? "it has no picture" : null;
        bool isRead = request.FindText("output_format") != "svg";
        foreach (PictureFile picture in answer.Pictures)
        {
            problem ??= await Task.Run(() => ProblemOf(picture, isRead));
        }

        return problem is null
            ? answer
            : new ProviderFailure(FailureKind.MalformedAnswer, $"the answer cannot be used: {problem}.")
            {
                RequestId = answer.RequestId,
                MayHaveBeenPaid = true,
            };
    }

    private static string? ProblemOf(PictureFile picture, bool isRead)
    {
        if (!File.Exists(picture.Path))
        {
            return "its picture is not on disk";
        }

        using var stream = new FileStream(picture.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        AssetFacts facts = AssetReader.Read(stream, stream.Length);
        return facts.Bytes != picture.Length || facts.Sha256 != picture.Sha256 ? "its picture is not on disk as it came"
            : isRead && facts.Problem is { } problem ? $"its picture is broken: {problem}"
            : null;
    }
}
