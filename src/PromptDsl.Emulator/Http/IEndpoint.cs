namespace PromptDsl.Emulator.Http;

/// <summary>Something that answers requests.</summary>
internal interface IEndpoint
{
    /// <summary>Answers one.</summary>
    /// <exception cref="ApiException">The request is answered with an error.</exception>
    ApiAnswer Answer(ApiRequest request);
}
