using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PromptDsl.Runtime.Providers;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Caching;

/// <summary>
/// The identity of a request: everything that is sent, with pictures by their hashes, where it is sent, and which
/// sending of the same request it is, so that four variants are four pictures. Names of files, stages and
/// roles are not sent, and so are not part of it.
/// </summary>
internal static class RequestKey
{
    private const string Version = "promptc request 1";

    public static string Of(
        IImageProvider provider,
        ImageRequest request,
        ImmutableArray<string> inputs,
        string? mask,
        string? previousResponse,
        int ordinal
    )
    {
        Dictionary<InputSource, string> hashes = [];
        foreach ((RequestPart part, string hash) in request.Inputs.Zip(inputs))
        {
            hashes[part.Source] = hash;
        }

        if (request.Mask is not null && mask is not null)
        {
            hashes[request.Mask.Source] = mask;
        }

        ImageRequest canonical = request with
        {
            Repeat = 1,
            Fields = [.. request.Fields.Select(f => f with { Value = Canonical(f.Value, hashes) })],
            Inputs =
            [
                .. request.Inputs.Zip(inputs, (part, hash) => part with { Roles = [], Source = new FileInput(hash) }),
            ],
            Mask = mask is null ? null : request.Mask! with { Source = new FileInput(mask) },
            PreviousResponse = previousResponse,
        };
        string text = string.Join(
            '\n',
            Version,
            provider.Name,
            provider.Endpoint,
            ordinal.ToString(CultureInfo.InvariantCulture),
            canonical.ToJson()
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static RequestValue Canonical(RequestValue value, Dictionary<InputSource, string> hashes) =>
        value switch
        {
            RequestValue.Image image => new RequestValue.Image(new FileInput(hashes[image.Source])),
            RequestValue.List list => new RequestValue.List([.. list.Items.Select(i => Canonical(i, hashes))]),
            RequestValue.Group group => new RequestValue.Group([
                .. group.Fields.Select(f => f with { Value = Canonical(f.Value, hashes) }),
            ]),
            _ => value,
        };
}
