using System.Collections.Immutable;

namespace PromptDsl.Tests.Targets.Checks;

/// <summary>The requests that every model is asked, legal ones and others.</summary>
internal static class RequestTable
{
    private static readonly ImmutableArray<string> Parameters =
    [
        // Multiples of 16, the ratio 3:1, the fewest and the most pixels, the edge of 3840.
        "size: 1024x640",
        "size: 1008x640",
        "size: 1024x1024",
        "size: 1536x1024",
        "size: 1024x1536",
        "size: 1792x1024",
        "size: 256x256",
        "size: 1000x1024",
        "size: 1024x1000",
        "size: 2560x1440",
        "size: 2576x1440",
        "size: 3840x2160",
        "size: 3840x2176",
        "size: 3840x1280",
        "size: 1280x3840",
        "size: 3840x1264",
        "size: 3856x2048",
        "size: auto",
        "aspect: 1:1",
        "aspect: 16:9",
        "aspect: 3:1",
        "aspect: 1:3",
        "aspect: 31:10",
        "aspect: 10:31",
        "quality: auto",
        "quality: low",
        "quality: medium",
        "quality: high",
        "quality: xhigh",
        "quality: max",
        "quality: standard",
        "quality: hd",
        "format: png",
        "format: jpeg",
        "format: webp",
        "format: gif",
        "format: svg",
        "background: opaque",
        "background: transparent",
        "background: transparent, format: webp",
        "background: transparent, format: jpeg",
        "background: transparent, format: gif",
        "compression: 80",
        "compression: 80, format: png",
        "compression: 80, format: jpeg",
        "compression: 80, format: webp",
        "compression: 80, format: gif",
        "compression: 80, format: svg",
        "count: 10",
        "count: 4, format: svg",
        "count: 4, via: responses",
        "moderation: low",
        "complexity: low",
        "partial-images: 3",
        "partial-images: 3, quality: low, size: 1024x1024",
        "partial-images: 1, quality: high, size: 1024x1024",
        "partial-images: 3, format: gif",
        "partial-images: 3, format: svg",
        "input-fidelity: high",
    ];

    private static readonly ImmutableArray<string> EditParameters =
    [
        "quality: low",
        "moderation: low",
        "input-fidelity: low",
        "input-fidelity: high",
        "input-fidelity: high, via: responses",
        "format: gif",
        "format: svg",
        "count: 2, via: responses",
    ];

    /// <summary>Each request with the file that makes it.</summary>
    public static IEnumerable<(string Name, string Text)> Of(string model)
    {
        foreach (string parameters in Parameters)
        {
            yield return (parameters, Checked.Picture(model, parameters));
        }

        foreach (string parameters in EditParameters)
        {
            yield return ($"edit, {parameters}", Checked.Edit(model, parameters));
        }

        yield return ("edit with a mask", Checked.Edit(model, "quality: low", "mask: \"mask.png\"\n"));
        yield return ("edit with a mask in JPEG", Checked.Edit(model, "quality: low", "mask: \"mask.jpg\"\n"));
        yield return ("edit with a mask, format: gif", Checked.Edit(model, "format: gif", "mask: \"mask.png\"\n"));
        yield return ("edit with a mask and a reference", Checked.Edit(model, "quality: low", Masked));
        yield return (
            "edit of two pictures with a mask",
            Checked
                .Edit(model, "quality: low", Masked)
                .Replace("\"photo.png\"", "[\"photo.png\", \"b.png\"]", StringComparison.Ordinal)
        );
        yield return ("16 references", References(model, 16));
        yield return ("17 references", References(model, 17));
        yield return ("a reference in TIFF", $"reference a \"a.tiff\"\n{Checked.Picture(model, "quality: low")}");
        foreach (int length in (int[])[1_000, 1_001, 4_000, 4_001, 32_000, 32_001])
        {
            string prompt = new('가', length);
            yield return (
                $"prompt of {length} characters",
                $"prompt: \"{prompt}\"\ntechnical {{ model: \"{model}\" }}\n"
            );
        }
    }

    private const string Masked = "mask: \"mask.png\"\nreference logo \"logo.png\" { role: product }\n";

    private static string References(string model, int count) =>
        string.Concat(Enumerable.Range(1, count).Select(i => $"reference r{i} \"r{i}.png\" {{ role: style }}\n"))
        + Checked.Picture(model, "quality: low");
}
