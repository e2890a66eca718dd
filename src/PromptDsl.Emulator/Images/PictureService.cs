using PromptDsl.Emulator.Accounting;
using PromptDsl.Emulator.Drawing;
using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Images;

/// <summary>Carries out orders: counts them against the limits, charges them, and makes their pictures.</summary>
internal sealed class PictureService(RateLimiter limiter, Ledger ledger, PictureMaker maker)
{
    /// <summary>The finished pictures of an order.</summary>
    /// <exception cref="ApiException">A limit is reached.</exception>
    public MadePictures Make(PictureOrder order, ApiRequest request)
    {
        Usage usage = UsageCounter.Count(order);

        // Batches have limits of their own.
        if (!request.IsInBatch && limiter.Take(usage.Total, order.Count) is { } refusal)
        {
            throw new ApiException(
                new ApiError(
                    429,
                    $"Rate limit reached for {order.Model.Id} on {refusal.What} per min. Please try again in {RateLimiter.Duration(refusal.Wait)}."
                )
                {
                    Type = refusal.What,
                    Code = "rate_limit_exceeded",
                    RetryAfter = refusal.Wait,
                }
            );
        }

        ledger.Charge(order, usage);
        return new MadePictures(
            order,
            request.Has(Faults.FaultKind.EmptyData) ? [] : maker.Make(order, request.Fault?.Kind),
            order.IsStream ? maker.MakePartial(order) : [],
            usage
        );
    }
}
