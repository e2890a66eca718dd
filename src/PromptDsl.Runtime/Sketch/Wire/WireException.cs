using System.Net;

namespace PromptDsl.Runtime.Sketch.Wire;

/// <summary>A request that is answered with an error.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">The error code, such as <c>invalid_value</c>.</param>
/// <param name="parameter">The parameter that is at fault, or null.</param>
/// <param name="message">One sentence for people.</param>
internal sealed class WireException(HttpStatusCode status, string code, string? parameter, string message)
    : Exception(message)
{
    public HttpStatusCode Status => status;

    public string Code => code;

    public string? Parameter => parameter;

    /// <summary>A request that is not accepted as it is.</summary>
    public static WireException BadRequest(string code, string? parameter, string message) =>
        new(HttpStatusCode.BadRequest, code, parameter, message);
}
