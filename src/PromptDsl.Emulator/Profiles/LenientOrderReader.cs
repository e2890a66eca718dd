using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Assets;
using PromptDsl.Emulator.Files;
using PromptDsl.Emulator.Http;
using PromptDsl.Emulator.Images;
using PromptDsl.Targets;
using PromptDsl.Values;

namespace PromptDsl.Emulator.Profiles;

/// <summary>Reads requests as local servers do: what they know, and nothing of the rest.</summary>
internal sealed class LenientOrderReader(ServerProfile profile, FileStore files) : IOrderReader
{
    private const int MaxCount = 10;

    private static readonly ImageSize InpaintedSize = new(512, 512);

    public PictureOrder Read(ApiRequest request) =>
        request.Endpoint == Endpoints.Inpainting ? ReadInpainting(request.Parameters) : ReadOrder(request);

    // It reads two texts and two files, makes one picture of one size, and always answers with its address.
    private static PictureOrder ReadInpainting(Parameters parameters)
    {
        string model = parameters.Text("model");
        string prompt = parameters.Text("prompt");
        if (parameters.FindFiles("image") is not [var image, ..])
        {
            throw parameters.Missing("image");
        }

        if (parameters.FindFiles("mask") is not [var mask, ..])
        {
            throw parameters.Missing("mask");
        }

        Inspect(mask, "mask");
        return Order(Endpoints.Inpainting, model, prompt, InpaintedSize) with
        {
            Inputs = [Inspect(image, "image")],
            GivesAddresses = true,
        };
    }

    private PictureOrder ReadOrder(ApiRequest request)
    {
        Parameters parameters = request.Parameters;
        string prompt = parameters.Text("prompt");
        bool isEdit = request.Endpoint == Endpoints.Edits;
        string? asked = parameters.Peek("response_format");
        if (profile.RefusesStreams && parameters.PeekFlag("stream"))
        {
            throw parameters.Invalid("stream", "Streaming is not supported by this model.");
        }

        if (profile.RefusesAddresses && asked == "url" && !(isEdit && profile.HasRelativeAddresses))
        {
            throw parameters.Invalid("response_format", "Only response_format 'b64_json' is supported.");
        }

        ImmutableArray<InputPicture> inputs = isEdit ? ReadInputs(parameters) : [];
        ImageSize size = ReadSize(parameters, inputs);
        return Order(request.Endpoint, parameters.Peek("model") ?? "local", prompt, size) with
        {
            Count = parameters.FindInteger("n", 1, MaxCount) ?? 1,
            Format = ReadFormat(parameters),
            Inputs = inputs,
            GivesAddresses = asked == "url" || (asked is null && profile.GivesAddresses),
        };
    }

    private static PictureOrder Order(string endpoint, string model, string prompt, ImageSize size) =>
        new()
        {
            Endpoint = endpoint,
            Model = new ImageModel { Id = model },
            Prompt = prompt,
            Size = size,
            Quality = "medium",
            Format = "png",
            Background = "opaque",
            IsDetailed = false,
        };

    private string ReadFormat(Parameters parameters) =>
        !profile.GivesPngAlways && parameters.Peek("output_format") is { } format && format is "jpeg" or "webp"
            ? format
            : "png";

    private ImageSize ReadSize(Parameters parameters, ImmutableArray<InputPicture> inputs)
    {
        string? asked = parameters.Peek("size");
        if (profile.EditsKeepSize && asked is null or "auto" or "original" && inputs is [{ Facts.Size: { } kept }, ..])
        {
            return kept;
        }

        string text = asked ?? profile.DefaultSize;
        string[] numbers = text.Split('x', '*');
        return numbers.Length == 2
            && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int width)
            && int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out int height)
            && width is > 0 and <= 8192
            && height is > 0 and <= 8192
                ? new ImageSize(width, height)
            : profile.RefusesUnreadableSizes ? throw parameters.Invalid("size", $"Invalid size format: {text}")
            : ImageSize.TryParse(profile.DefaultSize, out ImageSize size) ? size
            : throw new InvalidOperationException($"'{profile.DefaultSize}' is no size.");
    }

    private ImmutableArray<InputPicture> ReadInputs(Parameters parameters)
    {
        ImmutableArray<InputPicture> pictures =
        [
            .. profile.InputNames.SelectMany(n => parameters.FindFiles(n)).Select(f => Inspect(f, "image")),
            .. ReadAddresses(parameters),
        ];
        foreach (FormFile mask in parameters.FindFiles(profile.MaskName))
        {
            Inspect(mask, profile.MaskName);
        }

        return pictures.IsEmpty ? throw parameters.Missing(profile.InputNames[0]) : pictures;
    }

    private IEnumerable<InputPicture> ReadAddresses(Parameters parameters) =>
        profile.TakesInputAddresses && parameters.FindText("url") is { } address
            ? [new InputPictureReader(files, new ImageModel { Id = "local" }).ReadAddress(address, "url")]
            : [];

    private static InputPicture Inspect(FormFile file, string name)
    {
        using var stream = new MemoryStream(file.Bytes.ToArray(), writable: false);
        AssetFacts facts = AssetReader.Read(stream, file.Bytes.Length);
        return facts.Problem is null
            ? new InputPicture(facts)
            : throw ApiException.BadRequest($"cannot identify image file: {facts.Problem}", null, name);
    }
}
