using System.Collections.Immutable;
using System.Globalization;

namespace PromptDsl.Planning;

/// <summary>Lists what differs between two requests.</summary>
internal static class RequestDifference
{
    public static ImmutableArray<PlanFieldChange> Between(PlanRequest before, PlanRequest after)
    {
        var fields = ImmutableArray.CreateBuilder<PlanFieldChange>();
        Add("endpoint", before.Endpoint, after.Endpoint);
        Add("model", before.Model, after.Model);
        Add("conversation model", before.ConversationModel, after.ConversationModel);
        Add("size", before.Size, after.Size);
        Add("quality", before.Quality, after.Quality);
        Add("format", before.Format, after.Format);
        Add("pictures", Number(before.Count), Number(after.Count));
        Add("requests", Number(before.Repeat), Number(after.Repeat));
        Add("partial images", Number(before.PartialImages), Number(after.PartialImages));
        Add("inputs", Join(before.Inputs), Join(after.Inputs));
        Add("mask", before.Mask, after.Mask);
        Add("conversation", before.PreviousResponse, after.PreviousResponse);
        AddName("prompt", before.PromptSha256, after.PromptSha256);
        if (fields.Count == 0)
        {
            AddName("other parameters", before.RequestSha256, after.RequestSha256);
        }

        return fields.ToImmutable();

        void Add(string name, string? old, string? now)
        {
            if (old != now)
            {
                fields.Add(new PlanFieldChange(name, old, now));
            }
        }

        void AddName(string name, string old, string now)
        {
            if (old != now)
            {
                fields.Add(new PlanFieldChange(name, null, null));
            }
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Join(ImmutableArray<PlanInput> inputs) => inputs.IsEmpty ? null : string.Join(", ", inputs);
}
