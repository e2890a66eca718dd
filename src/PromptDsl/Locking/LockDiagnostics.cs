using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Assets;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Locking;

/// <summary>Findings about what is not as it was locked: IMG2061 to IMG2066.</summary>
internal static class LockDiagnostics
{
    private const string Accept = "Accept it with `promptc build --lock`, and commit the lock.";

    private const int ShownDigits = 8;

    private static readonly DescriptorSet Codes = new();

    private static readonly DiagnosticDescriptor NotLockedCode = Codes.Error("IMG2061", "not-locked");
    private static readonly DiagnosticDescriptor PictureDriftCode = Codes.Error("IMG2062", "picture-drift");
    private static readonly DiagnosticDescriptor SnapshotDriftCode = Codes.Error("IMG2063", "snapshot-drift");
    private static readonly DiagnosticDescriptor CatalogDriftCode = Codes.Error("IMG2064", "catalog-drift");
    private static readonly DiagnosticDescriptor StaleEntryCode = Codes.Error("IMG2065", "stale-lock-entry");
    private static readonly DiagnosticDescriptor CannotBeLockedCode = Codes.Error("IMG2066", "unlockable-picture");

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => Codes.All;

    public static Diagnostic NotLocked(SourceSpan place, string message) =>
        new(NotLockedCode, message, new DiagnosticLabel(place, "not locked"))
        {
            Help = "Run `promptc build --lock`, and commit the lock.",
        };

    public static Diagnostic PictureDrift(
        SentPicture sent,
        LockedPicture before,
        AssetFacts? facts,
        SourceSpan lockedPlace
    )
    {
        LockedPicture? now = facts is null ? null : LockedPicture.Of(facts);
        string message =
            now is not null ? $"`{sent.Path}` is not the picture that was locked"
            : facts is null ? $"the locked picture `{sent.Path}` does not exist"
            : $"the locked picture `{sent.Path}` cannot be read: {facts.Problem}";
        string label = now is null ? LabelOf(facts) : $"now {Describe(now)}";
        return new Diagnostic(PictureDriftCode, message, new DiagnosticLabel(sent.Place, label))
        {
            Secondary = [new DiagnosticLabel(lockedPlace, $"locked with {Describe(before)}")],
            Help = now is null
                ? "Bring the picture back."
                : "Bring the picture back, or accept this one with `promptc build --lock` and commit the lock.",
        };
    }

    public static Diagnostic SnapshotDrift(AskedModel model, string? before, string? now, SourceSpan lockedPlace) =>
        new(
            SnapshotDriftCode,
            $"`{model.Id}` was locked {(before is null ? "without a snapshot" : $"as `{before}`")} and now {(now is null ? "has no snapshot" : $"stands for `{now}`")}",
            new DiagnosticLabel(model.Place, "another state of the model")
        )
        {
            Secondary = [new DiagnosticLabel(lockedPlace, "locked here")],
            Help = Accept,
        };

    public static Diagnostic UnknownSnapshot(AskedModel model, string? locked, SourceSpan lockedPlace) =>
        new(
            SnapshotDriftCode,
            $"`{model.Id}` was locked as `{locked}`, which this promptc does not know as a state of it",
            new DiagnosticLabel(model.Place, "cannot be sent as it was locked")
        )
        {
            Secondary = [new DiagnosticLabel(lockedPlace, "locked here")],
            Help = "Use the promptc that made the lock, or a newer one, or lock anew with `promptc build --lock`.",
        };

    public static Diagnostic CatalogDrift(SourceSpan place, DateOnly before, DateOnly now) =>
        new(
            CatalogDriftCode,
            $"the lock was made with the model facts of {Day(before)}, and these are of {Day(now)}",
            new DiagnosticLabel(place, before > now ? "newer than this promptc" : "older than this promptc")
        )
        {
            Help =
                before > now
                    ? "Use the promptc that made the lock, or a newer one."
                    : $"Sizes, parameters and prices may differ. {Accept}",
        };

    public static Diagnostic StaleEntry(SourceSpan place, string path, string what) =>
        new(
            StaleEntryCode,
            $"the lock has the {what} for `{path}`, which does not use it any more",
            new DiagnosticLabel(place, "has more than the file")
        )
        {
            Help = Accept,
        };

    public static Diagnostic CannotBeLocked(SentPicture picture, AssetFacts? facts) =>
        new(
            CannotBeLockedCode,
            facts is null
                ? $"`{picture.Path}` does not exist and cannot be locked"
                : $"`{picture.Path}` cannot be locked: {facts.Problem}",
            new DiagnosticLabel(picture.Place, LabelOf(facts))
        )
        {
            Help = "A lock holds the SHA-256 of each picture. Add the picture, or correct the path.",
        };

    private static string LabelOf(AssetFacts? facts) => facts is null ? "no such file" : "cannot be read";

    private static string Describe(LockedPicture picture) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{picture.Bytes} bytes{(picture.Size is null ? "" : $", {picture.Size}")}, SHA-256 {picture.Sha256[..ShownDigits]}…"
        );

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
