using System.Collections.Immutable;
using System.Text.Json;
using PromptDsl;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace WebApi;

/// <summary>The templates that the application was started with, by name.</summary>
internal sealed class TemplateFolder
{
    private readonly ImmutableSortedDictionary<string, SourceText> _files;

    public TemplateFolder(IHostEnvironment environment)
    {
        string folder = Path.Combine(environment.ContentRootPath, "templates");
        _files = Directory
            .EnumerateFiles(folder, "*.imgp")
            .ToImmutableSortedDictionary(
                file => Path.GetFileNameWithoutExtension(file),
                file => SourceText.FromBytes(File.ReadAllBytes(file), Path.GetFileName(file)),
                StringComparer.Ordinal
            );
    }

    public IEnumerable<TemplateInfo> All =>
        from file in _files
        let tree = new PromptCompiler().Compile(file.Value).Tree
        let parameters = tree.Root.Statements.OfType<ParamSyntax>().Select(p => ParameterInfo.Of(p, tree))
        select new TemplateInfo(file.Key, [.. parameters]);

    /// <summary>Compiles a template with values; null when there is none of this name.</summary>
    public CompiledTemplate? Compile(string name, Dictionary<string, JsonElement> values)
    {
        if (!_files.TryGetValue(name, out SourceText? source))
        {
            return null;
        }

        // A null stands for no value, which leaves the default.
        var given = values.Where(v => v.Value.ValueKind != JsonValueKind.Null);
        var options = new CompilerOptions { Parameters = [.. given.Select(v => Bind(v.Key, v.Value))] };
        return new CompiledTemplate(name, new PromptCompiler().Compile(source, options), options);
    }

    // Values travel as text; the declared type of the parameter reads them.
    private static ParameterBinding Bind(string name, JsonElement value) =>
        new(name, value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText(), "the request")
        {
            Items =
                value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(i => Bind(name, i))] : null,
        };
}
