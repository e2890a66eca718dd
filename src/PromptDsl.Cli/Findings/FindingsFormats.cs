using PromptDsl.Cli.Findings.Formats;
using PromptDsl.Cli.Terminal;

namespace PromptDsl.Cli.Findings;

/// <summary>The formats by name.</summary>
internal static class FindingsFormats
{
    public static readonly string[] Names = ["full", "concise", "json", "sarif", "github", "gitlab", "junit"];

    public static IFindingsFormat Create(string name, Paint paint) =>
        name switch
        {
            "full" => new FullFormat(paint),
            "concise" => new ConciseFormat(),
            "json" => new JsonFormat(),
            "sarif" => new SarifFormat(),
            "github" => new GithubFormat(),
            "gitlab" => new GitlabFormat(),
            "junit" => new JUnitFormat(),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not one of the formats"),
        };
}
