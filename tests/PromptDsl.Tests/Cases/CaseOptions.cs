using PromptDsl.Compilation.Dialects;

namespace PromptDsl.Tests.Cases;

/// <summary>
/// What the first line of a case says from outside:
/// <c>// options: locale=ko dialect=json model=gpt-image-2 set:season=autumn</c>.
/// </summary>
internal static class CaseOptions
{
    private const string Head = "// options:";

    public static CompilerOptions Read(string source)
    {
        string line = source.Split('\n')[0].TrimEnd('\r');
        var options = CompilerOptions.Default;
        return line.StartsWith(Head, StringComparison.Ordinal)
            ? line[Head.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(options, Apply)
            : options;
    }

    private static CompilerOptions Apply(CompilerOptions options, string option)
    {
        int sign = option.IndexOf('=');
        (string key, string value) = (option[..sign], option[(sign + 1)..]);
        return key switch
        {
            "locale" => options with { Locale = value },
            "model" => options with { Model = value },
            "dialect" => options with { Dialect = Dialect(value) },
            _ when key.StartsWith("set:", StringComparison.Ordinal) => options with
            {
                Parameters = options.Parameters.Add(new ParameterBinding(key["set:".Length..], value, "--set")),
            },
            _ => throw new InvalidOperationException($"there is no option {key}"),
        };
    }

    private static IPromptDialect Dialect(string name) =>
        PromptDialects.TryGet(name, out IPromptDialect? dialect)
            ? dialect
            : throw new InvalidOperationException($"there is no dialect {name}");
}
