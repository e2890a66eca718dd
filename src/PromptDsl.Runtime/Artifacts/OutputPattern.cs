using System.Globalization;
using System.Text;
using PromptDsl.Planning;
using PromptDsl.Runtime.Execution;
using PromptDsl.Text;

namespace PromptDsl.Runtime.Artifacts;

/// <summary>Names of pictures, see <see cref="RunOptions.OutputPattern"/>; fit for the file systems of all systems alike.</summary>
internal sealed class OutputPattern
{
    private const string Placeholders = "{file}, {build}, {stage}, {variant}, {-n}, {run} and {ext}";

    private readonly string _pattern;
    private readonly string _runId;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="RunException">It has a placeholder that there is not.</exception>
    public OutputPattern(string pattern, string runId)
    {
        _pattern = pattern;
        _runId = runId;
        PathOf(new PlanKey("a", "b", "c"), 1, 1, "png");
    }

    /// <summary>The path of a picture below the output folder, with <c>/</c>.</summary>
    public string PathOf(PlanKey node, int variant, int variants, string extension)
    {
        IEnumerable<string> parts = Expand(node, variant, variants, extension)
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(OutputNames.Sanitize);
        return string.Join('/', parts);
    }

    private string Expand(PlanKey node, int variant, int variants, string extension)
    {
        var path = new StringBuilder();
        int at = 0;
        while (_pattern.IndexOf('{', at) is >= 0 and var open && _pattern.IndexOf('}', open) is >= 0 and var close)
        {
            path.Append(_pattern, at, open - at);
            path.Append(ValueOf(_pattern[(open + 1)..close], node, variant, variants, extension));
            at = close + 1;
        }

        return path.Append(_pattern, at, _pattern.Length - at).ToString();
    }

    private string ValueOf(string name, PlanKey node, int variant, int variants, string extension)
    {
        string number = variant.ToString(CultureInfo.InvariantCulture);
        string file = Path.ChangeExtension(node.File, null);
        return name switch
        {
            "file" => file,
            "build" => OneName(node.Build),
            "stage" => OneName(node.Stage.Length > 0 ? node.Stage : file[(file.LastIndexOf('/') + 1)..]),
            "variant" => number,
            "-n" => variants > 1 ? $"-{number}" : "",
            "run" => _runId,
            "ext" => extension,
            _ => throw new RunException($"the output pattern has `{{{name}}}`, which stands for nothing")
            {
                Help = $"It may have {Placeholders}.",
            },
        };
    }

    /// <summary>A name of the language is one name of a file, whatever is in it.</summary>
    private static string OneName(string name) => name.Length == 0 ? "" : OutputNames.Sanitize(name);
}
