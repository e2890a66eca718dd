namespace PromptDsl.Emulator.Http;

/// <summary>Ends the work on a request with an error.</summary>
internal sealed class ApiException(ApiError error) : Exception(error.Message)
{
    public ApiError Error { get; } = error;

    public static ApiException BadRequest(string message, string? code, string? parameter) =>
        new(new ApiError(400, message) { Code = code, Parameter = parameter });

    public static ApiException NotFound(string message, string? parameter = null, string? code = null) =>
        new(new ApiError(404, message) { Code = code, Parameter = parameter });
}
