using System.ClientModel.Primitives;

namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>Says with each request which version of the API it is for.</summary>
internal sealed class ApiVersionPolicy(string version) : RequestPolicy
{
    protected override void Change(PipelineRequest request)
    {
        var address = new UriBuilder(request.Uri!);
        address.Query = $"{address.Query}&api-version={version}".TrimStart('?', '&');
        request.Uri = address.Uri;
    }
}
