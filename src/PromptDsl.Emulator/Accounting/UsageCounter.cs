using PromptDsl.Emulator.Images;
using PromptDsl.Targets;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Emulator.Accounting;

/// <summary>
/// Counts tokens by the tables of the catalog. Where it has none, the emulator makes numbers up that have
/// the right magnitude: a client must read them from the answer, and cannot foresee them for the service
/// either.
/// </summary>
internal static class UsageCounter
{
    // gpt-image-1 and 1.5, 1024x1024.
    private const int LowTokens = 272;
    private const int MediumTokens = 1056;
    private const int HighTokens = 4160;
    private const long ReferencePixels = 1024 * 1024;
    private const int ObservedInput = 1151;

    public static Usage Count(PictureOrder order)
    {
        ModelTokens tokens = order.Model.Tokens;
        int text = TextTokens.Estimate(order.Prompt).Expected ?? 0;
        int images = order.Inputs.Sum(i => InputTokens(order, i));
        int perPartial = tokens.PerPartialImage.TryGet(out int partial) ? partial : 100;
        int output = order.Count * (OutputTokens(order) + order.PartialImages * perPartial);
        ModelPrices prices = order.Model.Prices;
        Money dollars =
            Money.OfTokens(text, Known(prices.TextInput))
            + Money.OfTokens(images, Known(prices.ImageInput))
            + Money.OfTokens(output, Known(prices.ImageOutput));
        return new Usage(text, images, output, dollars.Dollars);
    }

    private static int OutputTokens(PictureOrder order)
    {
        if (
            order.Model.Tokens.Output.TryGet(out PerImageTable? table)
            && table.Find(order.Quality, order.Size) is { } listed
        )
        {
            return (int)listed;
        }

        int perReference = order.Quality switch
        {
            "low" => LowTokens,
            "medium" => MediumTokens,
            _ => HighTokens,
        };
        return (int)Math.Max(1, perReference * order.Size.Pixels / ReferencePixels);
    }

    private static int InputTokens(PictureOrder order, InputPicture picture)
    {
        if (!order.Model.Tokens.Input.TryGet(out InputTokenRule? rule) || picture.Facts?.Size is not { } size)
        {
            return order.Model.Tokens.ObservedEditInput.TryGet(out int observed) ? observed : ObservedInput;
        }

        // Scaled until the shorter side is one tile, it is as many tiles long as the sides are apart.
        int shorter = Math.Min(size.Width, size.Height);
        int tiles = (size.LongEdge + shorter - 1) / shorter;
        int highFidelity =
            order.InputFidelity != "high" ? 0
            : size.Width == size.Height ? rule.HighFidelitySquare
            : rule.HighFidelityOther;
        return rule.Base + tiles * rule.PerTile + highFidelity;
    }

    private static decimal Known(Fact<decimal> price) => price.TryGet(out decimal value) ? value : 0;
}
