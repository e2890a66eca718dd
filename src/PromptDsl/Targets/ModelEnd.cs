namespace PromptDsl.Targets;

/// <summary>How long a model is still served.</summary>
public static class ModelEnd
{
    /// <summary>
    /// How many days ahead an end is spoken of. OpenAI announces the end of an image model at least three
    /// months before.
    /// </summary>
    public const int NoticeDays = 90;

    /// <summary>The days from a date to the end of a model, below one when it has come; null when no end is known.</summary>
    public static int? DaysUntil(ImageModel model, DateOnly asOf) =>
        model.Shutdown.TryGet(out DateOnly? shutdown) && shutdown is { } end ? end.DayNumber - asOf.DayNumber : null;

    /// <summary>Whether the end is still to come, and within <see cref="NoticeDays"/>.</summary>
    public static bool IsNear(ImageModel model, DateOnly asOf) => DaysUntil(model, asOf) is > 0 and <= NoticeDays;
}
