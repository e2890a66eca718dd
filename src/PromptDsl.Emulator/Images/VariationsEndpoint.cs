using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Images;

/// <summary><c>/v1/images/variations</c>, which is retired. With which status it says so is not documented.</summary>
internal sealed class VariationsEndpoint : IEndpoint
{
    public ApiAnswer Answer(ApiRequest request) =>
        throw ApiException.BadRequest("This endpoint no longer accepts requests.", "endpoint_retired", parameter: null);
}
