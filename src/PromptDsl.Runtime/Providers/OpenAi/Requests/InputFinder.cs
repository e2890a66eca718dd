using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Providers.OpenAi.Requests;

/// <summary>The files behind the pictures that a request names.</summary>
internal sealed class InputFinder
{
    private readonly Dictionary<InputSource, InputFile> _files = [];

    /// <summary>Puts the files of a request and its pictures together.</summary>
    /// <exception cref="ArgumentException">The request has not one file for each of its pictures.</exception>
    public InputFinder(ProviderRequest request)
    {
        if (
            request.Inputs.Length != request.Request.Inputs.Length
            || request.Mask is null != request.Request.Mask is null
        )
        {
            throw new ArgumentException("A request has one file for each of its pictures.", nameof(request));
        }

        for (int i = 0; i < request.Inputs.Length; i++)
        {
            _files[request.Request.Inputs[i].Source] = request.Inputs[i];
        }

        if (request.Mask is { } mask)
        {
            _files[request.Request.Mask!.Source] = mask;
        }
    }

    public InputFile Find(InputSource source) => _files[source];
}
