using System.Collections.Immutable;
using PromptDsl.Emulator.Faults;

namespace PromptDsl.Emulator.Scripts;

/// <summary>The faults by the names that scripts use.</summary>
internal static class FaultNames
{
    private static readonly ImmutableArray<Fault> Faults =
    [
        Fault.Slow(TimeSpan.Zero),
        Fault.Error(400),
        Fault.RateLimited(),
        Fault.SlowDown(),
        Fault.QuotaExhausted(),
        Fault.QuotaExhausted("credit_balance_exhausted"),
        Fault.QuotaExhausted("organization_spend_limit_exceeded"),
        Fault.QuotaExhausted("project_spend_limit_exceeded"),
        Fault.QuotaExhausted("organization_usage_limit_exceeded"),
        Fault.BillingHardLimit(),
        Fault.ModeratedInput(),
        Fault.ModeratedOutput(),
        Fault.ServerError(),
        Fault.BadGateway(),
        Fault.Overloaded(),
        Fault.GatewayTimeout(),
        Fault.RequestTimeout(),
        Fault.HtmlError(),
        Fault.CutBeforeHeaders(),
        Fault.CutAfterProcessing(),
        Fault.CutInBody(),
        Fault.TruncatedStream(),
        Fault.StreamError(),
        Fault.JsonInsteadOfStream(),
        Fault.MalformedJson(),
        Fault.MalformedBase64(),
        Fault.EmptyData(),
        Fault.WrongSize(),
        Fault.NotAPicture(),
        Fault.FailedItem(),
        Fault.FailedResponse(),
        Fault.ExpiredBatch(),
    ];

    public static ImmutableArray<string> All { get; } = [.. Faults.Select(f => f.Name)];

    public static Fault Find(string name) => Faults.Single(f => f.Name == name);
}
