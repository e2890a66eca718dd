namespace PromptDsl.Planning;

/// <summary>A field of a request that differs between two plans.</summary>
/// <param name="Name">The field.</param>
/// <param name="Before">Its value in the earlier plan; null when it had none, or when it is too long to show.</param>
/// <param name="After">Its value in the later plan; null likewise.</param>
public sealed record PlanFieldChange(string Name, string? Before, string? After)
{
    /// <summary>The change for people: <c>quality low → high</c>, or the name alone.</summary>
    public override string ToString() =>
        Before is null && After is null ? Name : $"{Name} {Before ?? "not sent"} → {After ?? "not sent"}";
}
