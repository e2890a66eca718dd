using System.Globalization;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Planning;

/// <summary>Phrases that all forms of a plan share.</summary>
public static class PlanText
{
    /// <summary>A number with what it counts, as it is: <c>3 changed</c>.</summary>
    public static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}");

    /// <summary>A number with a noun in the right form: <c>1 picture</c>, <c>2 pictures</c>.</summary>
    public static string Plural(int number, string noun) => Count(number, number == 1 ? noun : noun + "s");

    /// <summary>How a stage comes about: a new picture, or an edit of another one.</summary>
    public static string ActionOf(PlanStage stage) => stage.IsEdit ? "edit" : "new picture";

    /// <summary>The size that is sent, or who chooses it.</summary>
    public static string SizeOf(PlanRequest request) => request.Size is null or "auto" ? "size auto" : request.Size;

    /// <summary>The quality that is sent, or who chooses it.</summary>
    public static string QualityOf(PlanRequest request) =>
        request.Quality is null or "auto" ? "quality auto" : request.Quality;

    /// <summary>Each reason why the price is not known, once, with the stages that it holds for.</summary>
    public static IEnumerable<KeyValuePair<string, int>> UnknownOf(RequestPlan plan) =>
        PlanKey
            .AllOf(plan)
            .SelectMany(entry => entry.Value.Price.Unknown)
            .GroupBy(unknown => unknown)
            .OrderBy(same => same.Key.Part)
            .ThenBy(same => same.Key.Reason, StringComparer.Ordinal)
            .Select(same => KeyValuePair.Create(same.Key.ToString(), same.Count()));

    /// <summary>What each part of the price comes from, once.</summary>
    public static IEnumerable<string> BasisOf(RequestPlan plan) =>
        PlanKey
            .AllOf(plan)
            .SelectMany(entry => entry.Value.Parts)
            .Where(part => part.Basis is not null)
            .Select(part => (part.Kind, part.Basis))
            .Distinct()
            .OrderBy(part => part.Kind)
            .ThenBy(part => part.Basis, StringComparer.Ordinal)
            .Select(part => $"{NameOf(part.Kind)}: {part.Basis}");

    private static string NameOf(PricePartKind kind) =>
        kind switch
        {
            PricePartKind.TextInput => "text input",
            PricePartKind.ImageInput => "input pictures",
            PricePartKind.Mask => "mask",
            PricePartKind.Output => "pictures",
            PricePartKind.PartialImages => "partial images",
            _ => "conversation",
        };
}
