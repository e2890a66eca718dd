using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptDsl.Diagnostics;
using PromptDsl.Syntax;

namespace WebApi;

/// <summary>Says as problem details (RFC 9457) why a template was not compiled.</summary>
internal static class Problems
{
    public static ProblemHttpResult Of(CompiledTemplate compiled) =>
        TypedResults.Problem(
            title: "The values do not fit the template.",
            statusCode: StatusCodes.Status400BadRequest,
            extensions: new Dictionary<string, object?>
            {
                ["errors"] = compiled
                    .Result.Diagnostics.Where(d => d.IsError)
                    .Select(d => Explain(d, compiled))
                    .ToArray(),
            }
        );

    /// <summary>Says of a request that cannot be read what is wrong with it, and where in it.</summary>
    public static void Explain(ProblemDetailsContext context)
    {
        if (context.Exception is BadHttpRequestException problem)
        {
            context.ProblemDetails.Detail = problem.InnerException is JsonException json
                ? $"The body is no JSON object of values. {json.Message}"
                : problem.Message;
        }
    }

    private static ParameterError Explain(Diagnostic finding, CompiledTemplate compiled)
    {
        SyntaxTree tree = compiled.Result.Tree;
        ParamSyntax? parameter = tree
            .Root.Statements.OfType<ParamSyntax>()
            .FirstOrDefault(p => p.Span.Start <= finding.Span.Start && finding.Span.End <= p.Span.End);
        return new ParameterError(
            parameter?.Name,
            parameter is null ? null : tree.Source.ToString(parameter.Type.Span),
            finding.Primary.Place.ToString(),
            finding.Message,
            finding.Help
        );
    }
}
