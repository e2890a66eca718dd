using System.Security.Cryptography;
using PromptDsl.Compilation;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Providers.OpenAi;
using PromptDsl.Runtime.Providers.OpenAi.Profiles;
using PromptDsl.Targets;
using PromptDsl.Targets.Requests;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers.Infrastructure;

/// <summary>A folder for one test, and requests whose pictures are in it.</summary>
internal sealed class ProviderCase : IDisposable
{
    public const string Key = "sk-test-0123456789abcdef";

    private static readonly CompiledStage AnyStage = new PromptCompiler()
        .Compile("subject: \"a lake\"\n")
        .Builds[0]
        .Stages[0];

    private readonly string _root = Directory.CreateTempSubdirectory("promptc-provider-").FullName;

    public ProviderCase()
    {
        Folder = Directory.CreateDirectory(Path.Combine(_root, "pictures")).FullName;
    }

    /// <summary>Where pictures go.</summary>
    public string Folder { get; }

    /// <summary>The names of the files that are in the folder for pictures.</summary>
    public IEnumerable<string> Files =>
        Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    public static byte[] Png(int width = 2, int height = 2) => PngEncoder.Encode(new Raster(width, height));

    public static string Base64Png => Convert.ToBase64String(Png());

    public static OpenAiProvider Provider(Uri endpoint, CompatibilityProfile? profile = null) =>
        new(
            new OpenAiOptions
            {
                ApiKey = () => Key,
                Endpoint = endpoint,
                Profile = profile ?? CompatibilityProfiles.OpenAi,
            }
        );

    /// <summary>A request; its pictures are files in a folder, and so is its mask.</summary>
    public ProviderRequest Request(RequestDescription description)
    {
        ImageRequest request = RequestBuilder.Build(ModelCatalog.BuiltIn, description);
        return new ProviderRequest
        {
            Stage = AnyStage with { Request = request },
            Inputs = [.. request.Inputs.Select((input, i) => Input($"image-{i + 1}", input.ContentType!, (byte)i))],
            Mask = request.Mask is null ? null : Input("mask", "image/png", byte.MaxValue),
            Folder = Folder,
        };
    }

    public ProviderRequest Generation(ImageParameters? parameters = null) =>
        Request(Describe(RequestAction.Generate, parameters ?? new ImageParameters()));

    public ProviderRequest Edit(int pictures, bool hasMask = false, ImageParameters? parameters = null) =>
        Request(
            Describe(RequestAction.Edit, parameters ?? new ImageParameters()) with
            {
                Inputs =
                [
                    .. Enumerable
                        .Range(1, pictures)
                        .Select(i => new RequestInput(i, ["subject"], new FileInput($"refs/{i}.png"))),
                ],
                Mask = hasMask ? new RequestMask("refs/mask.png") : null,
            }
        );

    public ProviderRequest Conversation(ImageParameters? parameters = null) =>
        Request(
            Describe(RequestAction.Generate, parameters ?? new ImageParameters()) with
            {
                Route = ApiRoute.Responses,
            }
        );

    public static RequestDescription Describe(RequestAction action, ImageParameters parameters) =>
        new()
        {
            Prompt = "호수와 \"작은 집\", a lake & a house",
            Action = action,
            Parameters = parameters with { Model = parameters.Model ?? "gpt-image-2" },
        };

    /// <summary>A file that is sent; its few bytes tell it from others.</summary>
    public InputFile Input(string name, string contentType, byte content)
    {
        byte[] bytes = [content, 0xC3, (byte)'\r', (byte)'\n', content];
        return Input(name + "." + contentType.Split('/')[1], contentType, bytes);
    }

    public InputFile Input(string fileName, string contentType, byte[] bytes)
    {
        string path = Path.Combine(_root, fileName);
        File.WriteAllBytes(path, bytes);
        return new InputFile(
            path,
            fileName,
            contentType,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            bytes.Length
        );
    }

    public static Task<ProviderOutcome> SendAsync(IImageProvider provider, ProviderRequest request) =>
        provider.SendAsync(request, TestContext.Current.CancellationToken);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
