using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Emulator.Http;
using PromptDsl.Targets;
using PromptDsl.Values;

namespace PromptDsl.Emulator.Images;

/// <summary>
/// Reads the parameters that all ways to a picture share, and refuses what the catalog says that the
/// model does not take. What the catalog does not know is accepted, and so is a parameter of which it is
/// only not documented that a model takes it.
/// </summary>
internal sealed class PictureParameterReader(Parameters parameters, ImageModel model, bool allowsWebP = true)
{
    private static readonly ImageSize ChosenSize = new(1024, 1024);
    private static readonly string[] Levels = ["low", "medium", "high"];
    private static readonly string[] Fidelities = ["high", "low"];

    public PictureOrder Read(string endpoint, string prompt, bool isStream)
    {
        string format = Word("output_format", Formats) ?? "png";
        var order = new PictureOrder
        {
            Endpoint = endpoint,
            Model = model,
            Prompt = prompt,
            Size = ReadSize(),
            Quality = Word("quality", model.Qualities) is { } quality && quality != "auto" ? quality : "medium",
            Format = format,
            Background = ReadBackground(format),
            PartialImages =
                parameters.FindInteger("partial_images", 0, Known(model.MaxPartialImages, int.MaxValue)) ?? 0,
            IsStream = isStream,
            InputFidelity = ReadFidelity(),
            Frames = parameters.FindInteger("frame_count", 2, 16) ?? 9,
            FrameMilliseconds = parameters.FindInteger("frame_duration_ms", 20, 655_350) ?? 200,
        };
        Word("moderation", model.Moderations);
        CheckComplexity();
        CheckCompression(format);
        CheckAnimation(order);
        return format == "gif" ? order : order with { Frames = 1 };
    }

    private Fact<ImmutableArray<string>> Formats =>
        allowsWebP || !model.Formats.TryGet(out ImmutableArray<string> formats)
            ? model.Formats
            : new Fact<ImmutableArray<string>>(
                formats.Remove("webp"),
                model.Formats.Source!,
                model.Formats.Confidence!.Value
            );

    public static void CheckPrompt(Parameters parameters, ImageModel model, string prompt)
    {
        if (prompt.Length == 0)
        {
            throw ApiException.BadRequest(
                "Invalid 'prompt': empty string. Expected a string with minimum length 1, but got an empty string instead.",
                "empty_string",
                "prompt"
            );
        }

        // Whether UTF-16 units or characters are counted is not known; the smaller number is.
        int length = prompt.EnumerateRunes().Count();
        if (model.MaxPromptChars.TryGet(out int most) && length > most)
        {
            throw ApiException.BadRequest(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Invalid '{parameters.PathOf("prompt")}': string too long. Expected a string with maximum length {most}, but got a string with length {length} instead."
                ),
                "string_above_max_length",
                parameters.PathOf("prompt")
            );
        }
    }

    private ImageSize ReadSize()
    {
        string? text = parameters.FindText("size");
        if (text is null or "auto")
        {
            return ChosenSize;
        }

        return !ImageSize.TryParse(text, out ImageSize size)
                ? throw parameters.Invalid("size", $"Invalid size '{text}'. Expected 'WIDTHxHEIGHT' or 'auto'.")
            : model.Size.TryGet(out SizeRule? rule) && !rule.IsLegal(size, out string? reason)
                ? throw parameters.Invalid("size", $"Invalid size '{text}': {reason}.")
            : size;
    }

    private string ReadBackground(string format)
    {
        string background = parameters.FindWord("background", ["transparent", "opaque", "auto"]) ?? "auto";
        if (model.Backgrounds.TryGet(out ImmutableArray<string> supported) && !supported.Contains(background))
        {
            throw parameters.Invalid(
                "background",
                $"{char.ToUpperInvariant(background[0])}{background[1..]} background is not supported for this model."
            );
        }

        if (background == "transparent" && format == "jpeg")
        {
            throw parameters.Invalid("background", "Transparent background requires output_format 'png' or 'webp'.");
        }

        return background == "auto" ? "opaque" : background;
    }

    // What models without a documented value do with it is not known, so they take both.
    private string? ReadFidelity() =>
        parameters.FindWord(
            "input_fidelity",
            model.InputFidelities.TryGet(out ImmutableArray<string> known) && !known.IsEmpty ? known : Fidelities
        );

    private void CheckComplexity() => parameters.FindWord("complexity", Levels);

    private void CheckCompression(string format)
    {
        int? compression = parameters.FindInteger("output_compression", 0, 100);
        if (compression is not (null or 100) && format is not ("jpeg" or "webp"))
        {
            throw parameters.Invalid(
                "output_compression",
                $"Compression less than 100 is not supported for {format} output format."
            );
        }
    }

    private void CheckAnimation(PictureOrder order)
    {
        if (order.Format != "gif")
        {
            string? misplaced = new[] { "frame_count", "frame_duration_ms" }.FirstOrDefault(parameters.Has);
            if (misplaced is not null)
            {
                throw parameters.Invalid(misplaced, $"'{misplaced}' requires output_format 'gif'.");
            }
        }

        if (order.Format is "gif" or "svg")
        {
            string[] excluded = ["stream", "partial_images", "mask", "output_compression"];
            string? used = excluded.FirstOrDefault(n => n == "stream" ? order.IsStream : parameters.Has(n));
            if (used is not null)
            {
                throw parameters.Invalid(used, $"'{used}' is not supported for {order.Format} output format.");
            }
        }
    }

    private string? Word(string name, Fact<ImmutableArray<string>> known) =>
        known.TryGet(out ImmutableArray<string> words) ? parameters.FindWord(name, words) : parameters.FindText(name);

    private static int Known(Fact<int> fact, int otherwise) => fact.TryGet(out int value) ? value : otherwise;
}
