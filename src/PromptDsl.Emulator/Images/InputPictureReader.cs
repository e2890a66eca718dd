using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PromptDsl.Assets;
using PromptDsl.Emulator.Files;
using PromptDsl.Emulator.Http;
using PromptDsl.Targets;

namespace PromptDsl.Emulator.Images;

/// <summary>Reads the pictures of a request and refuses those that the model does not take.</summary>
internal sealed class InputPictureReader(FileStore store, ImageModel model)
{
    private const int MaxAddressChars = 20_971_520;
    private const int Megabyte = 1_000_000;

    private static readonly string[] ContentTypes = ["image/png", "image/jpeg", "image/webp"];

    /// <summary>The pictures of the parts of a form.</summary>
    public ImmutableArray<InputPicture> ReadParts(Parameters parameters, params ReadOnlySpan<string> names)
    {
        ImmutableArray<InputPicture>.Builder pictures = ImmutableArray.CreateBuilder<InputPicture>();
        foreach (string name in names)
        {
            ImmutableArray<FormFile> files = parameters.FindFiles(name);
            for (int i = 0; i < files.Length; i++)
            {
                string shown = files.Length == 1 ? name.TrimEnd('[', ']') : $"{name.TrimEnd('[', ']')}[{Number(i)}]";
                pictures.Add(ReadPart(files[i], shown));
            }
        }

        return CheckCount(pictures.ToImmutable(), names[0]);
    }

    /// <summary>The picture of a part that need not be there.</summary>
    public InputPicture? ReadOptionalPart(Parameters parameters, string name) =>
        parameters.FindFiles(name) is [var file, ..] ? ReadPart(file, name) : null;

    /// <summary>The pictures of an array of <c>image_url</c> or <c>file_id</c>.</summary>
    public ImmutableArray<InputPicture> ReadArray(Parameters parameters, string name)
    {
        if (parameters.FindElement(name) is not { } array)
        {
            throw parameters.Missing(name);
        }

        if (array.ValueKind != JsonValueKind.Array)
        {
            throw parameters.Invalid(name, $"Invalid type for '{name}': expected an array of objects.");
        }

        return CheckCount(
            [.. array.EnumerateArray().Select((item, i) => ReadReference(item, $"{name}[{Number(i)}]"))],
            name
        );
    }

    /// <summary>A picture by its address or the id of its file.</summary>
    public InputPicture ReadReference(JsonElement reference, string path)
    {
        if (reference.ValueKind != JsonValueKind.Object)
        {
            throw ApiException.BadRequest($"Invalid type for '{path}': expected an object.", "invalid_type", path);
        }

        var parameters = Parameters.Of(reference, path + ".");
        string? address = parameters.FindText("image_url");
        string? file = parameters.FindText("file_id");
        parameters.RefuseUnknown();
        return (address, file) switch
        {
            ({ } url, null) => ReadAddress(url, path),
            (null, { } id) => ReadFile(id, path),
            _ => throw parameters.Invalid("image_url", $"'{path}' needs exactly one of 'image_url' and 'file_id'."),
        };
    }

    public InputPicture ReadFile(string id, string path) =>
        store.Find(id) is { } file
            ? Inspect(file.Bytes, path)
            : throw ApiException.BadRequest($"No such File object: {id}", "image_file_not_found", path);

    public InputPicture ReadAddress(string address, string path)
    {
        if (address.Length > MaxAddressChars)
        {
            throw ApiException.BadRequest(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Invalid '{path}': string too long. Expected a string with maximum length {MaxAddressChars}, but got a string with length {address.Length} instead."
                ),
                "string_above_max_length",
                path
            );
        }

        if (!address.StartsWith("data:", StringComparison.Ordinal))
        {
            // Nothing is fetched: the emulator reaches no network, so the picture is taken as it is said to be.
            return
                address.StartsWith("https://", StringComparison.Ordinal)
                || address.StartsWith("http://", StringComparison.Ordinal)
                ? new InputPicture(null)
                : throw ApiException.BadRequest($"'{path}' is no URL.", "invalid_image_url", path);
        }

        int comma = address.IndexOf(',', StringComparison.Ordinal);
        string head = comma < 0 ? address : address[..comma];
        string type = head["data:".Length..].Split(';')[0];
        if (!ContentTypes.Contains(type))
        {
            throw ApiException.BadRequest(
                $"Invalid '{path}': unsupported mimetype ('{type}').",
                "unsupported_image_media_type",
                path
            );
        }

        byte[] buffer = new byte[Math.Max(0, (address.Length - comma) * 3L / 4 + 3)];
        return
            head.EndsWith(";base64", StringComparison.Ordinal)
            && Convert.TryFromBase64Chars(address.AsSpan(comma + 1), buffer, out int length)
            ? Inspect(buffer.AsMemory(0, length), path)
            : throw ApiException.BadRequest($"'{path}' is not valid base64.", "invalid_base64_image", path);
    }

    private InputPicture ReadPart(FormFile file, string shown)
    {
        string type = file.ContentType?.Split(';')[0].Trim().ToLowerInvariant() ?? TypeOfName(file.FileName);
        if (!ContentTypes.Contains(type))
        {
            throw ApiException.BadRequest(
                $"Invalid file '{shown}': unsupported mimetype ('{type}'). Supported file formats are 'image/jpeg', 'image/png', and 'image/webp'.",
                "unsupported_file_mimetype",
                shown
            );
        }

        return Inspect(file.Bytes, shown);
    }

    // Whether the service accepts a part without a type by the name of its file is not known; be lenient.
    private static string TypeOfName(string? fileName) =>
        Path.GetExtension(fileName)?.ToLowerInvariant() switch
        {
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".webp" => "image/webp",
            _ => "application/octet-stream",
        };

    // Whether a megabyte has 10^6 or 2^20 bytes is not known; the larger is accepted.
    private InputPicture Inspect(ReadOnlyMemory<byte> bytes, string path)
    {
        if (bytes.IsEmpty)
        {
            throw ApiException.BadRequest($"'{path}' is an empty file.", "empty_image_file", path);
        }

        if (model.MaxInputMegabytes.TryGet(out int most) && bytes.Length >= most * 1.048576 * Megabyte)
        {
            throw ApiException.BadRequest($"'{path}' is larger than {most} MB.", "image_file_too_large", path);
        }

        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        AssetFacts facts = AssetReader.Read(stream, bytes.Length);
        return facts is { Problem: null, Format: AssetFormat.Png or AssetFormat.Jpeg or AssetFormat.WebP }
            ? new InputPicture(facts)
            : throw new ApiException(
                new ApiError(400, "Invalid image file or mode, please check your image file.")
                {
                    Type = "image_generation_user_error",
                    Code = "invalid_image_file",
                    Parameter = path,
                }
            );
    }

    private ImmutableArray<InputPicture> CheckCount(ImmutableArray<InputPicture> pictures, string name)
    {
        if (pictures.IsEmpty)
        {
            throw ApiException.BadRequest($"Missing required parameter: '{name}'.", "missing_required_parameter", name);
        }

        return model.MaxInputImages.TryGet(out int most) && pictures.Length > most
            ? throw ApiException.BadRequest(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Invalid '{name}': array too long. Expected an array with maximum length {most}, but got an array with length {pictures.Length} instead."
                ),
                "array_above_max_length",
                name
            )
            : pictures;
    }

    private static string Number(int i) => i.ToString(CultureInfo.InvariantCulture);
}
