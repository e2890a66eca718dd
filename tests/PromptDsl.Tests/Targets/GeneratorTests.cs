using PromptDsl.Generator;
using PromptDsl.Generator.Models;
using PromptDsl.Targets;
using Xunit;

namespace PromptDsl.Tests.Targets;

public class GeneratorTests
{
    private static readonly string Root = RepositoryRoot.Find(AppContext.BaseDirectory);

    private static readonly string Models = File.ReadAllText(Path.Combine(Root, "src/PromptDsl/Targets/models.yaml"));

    [Fact]
    public void Committed_files_are_current()
    {
        foreach (IGeneratedFile file in GeneratedFiles.All(Root))
        {
            Assert.Equal(file.Render(), File.ReadAllText(Path.Combine(Root, file.Path)));
        }

        Assert.Equal((0, ""), Run(Root, "--check"));
    }

    [Fact]
    public void Check_names_stale_files_and_generating_makes_them_current()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("promptc-generator-");
        try
        {
            string yaml = Path.Combine(folder.FullName, "src/PromptDsl/Targets/models.yaml");
            Directory.CreateDirectory(Path.GetDirectoryName(yaml)!);
            File.WriteAllText(yaml, Models);
            const string Characters = "src/PromptDsl/Text/Composition/canonical.txt";
            Directory.CreateDirectory(Path.Combine(folder.FullName, Path.GetDirectoryName(Characters)!));
            File.Copy(Path.Combine(Root, Characters), Path.Combine(folder.FullName, Characters));
            Directory.CreateDirectory(Path.Combine(folder.FullName, "src/PromptDsl/Linting/Rules"));
            Directory.CreateDirectory(Path.Combine(folder.FullName, "src/PromptDsl/Linting/Lexicon"));

            string stale = Lines([.. GeneratedFiles.All(folder.FullName).Select(f => $"{f.Path} is stale")]);
            Assert.Equal((1, stale), Run(folder.FullName, "--check"));
            string written = stale.Replace("is stale", "written");
            Assert.Equal((0, written), Run(folder.FullName));
            Assert.Equal((0, ""), Run(folder.FullName, "--check"));
            Assert.Equal((0, ""), Run(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Refuses_unknown_arguments() => Assert.Equal(2, Run(Root, "--chekc").ExitCode);

    [Fact]
    public void Writes_LF_alone()
    {
        foreach (IGeneratedFile file in GeneratedFiles.All(Root))
        {
            Assert.DoesNotContain('\r', file.Render());
        }
    }

    [Fact]
    public void Every_fact_of_a_model_has_a_column() =>
        Assert.Equal(
            FactProperties(typeof(ImageModel), "").Order(StringComparer.Ordinal),
            FactColumns.All.Select(column => column.Property).Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("status: earlier", "colour: blue", "unknown key 'colour'")]
    [InlineData("status: earlier", "status: dead", "unknown status 'dead'")]
    [InlineData(
        "status: earlier\n        shutdown: none",
        "status: earlier",
        "gpt-image-2 neither states 'shutdown' nor calls it unknown"
    )]
    [InlineData(
        "status: earlier",
        "status: earlier\n        text-output-price: 1",
        "gpt-image-2 states 'text-output-price' and calls it unknown"
    )]
    [InlineData("status: earlier", "status: earlier\n        markup: false", "gpt-image-2 states 'markup' twice")]
    [InlineData("status: earlier", "status: earlier\n        status: earlier", "Duplicate key status")]
    [InlineData("high-fidelity-inputs: 5", "high-fidelity-inputs: five", "'five' is not a whole number")]
    [InlineData("always-high-fidelity: true", "always-high-fidelity: often", "'often' is not true or false")]
    [InlineData("text-output-price: 10.00", "text-output-price: ten", "'ten' is not a number")]
    [InlineData("shutdown: 2026-10-23", "shutdown: 2026-23-10", "'2026-23-10' is not a date such as 2026-11-20")]
    [InlineData("high: { 1024x1024: 0.211,", "high: { 1024: 0.211,", "'1024' is not a size such as 1536x1024")]
    [InlineData("size: flexible", "size: elastic", "unknown size rule 'elastic'")]
    [InlineData("kind: flexible", "kind: elastic", "'elastic' is not fixed or flexible")]
    [InlineData("    max-edge: 3840\n", "", "'max-edge' is missing")]
    [InlineData("sizes: [256x256, 512x512, 1024x1024]", "sizes: []", "a fixed rule has at least one size")]
    [InlineData("source: usage-run\n", "source: hearsay\n", "unknown source 'hearsay'")]
    [InlineData("      - source: usage-run\n        confidence", "      - confidence", "'source' is missing")]
    [InlineData("source: usage-run\n        confidence: secondary\n", "source: usage-run\n", "'confidence' is missing")]
    [InlineData(
        "source: usage-run\n        confidence: secondary",
        "source: usage-run\n        confidence: sure",
        "unknown confidence 'sure'"
    )]
    [InlineData("source: usage-run\n", "source: node-sdk\n", "the source 'usage-run' backs no fact")]
    [InlineData("edit\", read: 2026-11-20 }", "edit\" }", "'read' is missing")]
    [InlineData("as-of: 2026-11-20\n", "", "'as-of' is missing")]
    [InlineData("as-of: 2026-11-20\n", "as-of: []\n", "a text is expected")]
    [InlineData(
        "    unknown: [high-fidelity-inputs, text-output-price, input-tokens]",
        "    unknown: [high-fidelity-inputs, text-output-price, tokens]",
        "unknown key 'tokens'"
    )]
    [InlineData(
        "    unknown: [high-fidelity-inputs, text-output-price, input-tokens]",
        "    unknown: some",
        "a list is expected"
    )]
    [InlineData("  - id: dall-e-2\n", "  - id: dall-e-3\n", "the model 'dall-e-3' is listed twice")]
    [InlineData(
        "    value: gpt-image-2\n",
        "    value: gpt-image-3\n",
        "the default model 'gpt-image-3' is not one of the models"
    )]
    public void Refuses_bad_data_with_a_position(string good, string bad, string problem)
    {
        Assert.Contains(good, Models, StringComparison.Ordinal);
        var e = Assert.Throws<DataFileException>(() => ModelTableReader.Read(ReplaceFirst(Models, good, bad)));
        Assert.Matches(@"^src/PromptDsl/Targets/models\.yaml\([1-9][0-9]*,[1-9][0-9]*\): ", e.Message);
        Assert.EndsWith(problem, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_at_the_line_and_column_of_a_mistake()
    {
        int line = Models[..Models.IndexOf("status: earlier", StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        var e = Assert.Throws<DataFileException>(() =>
            ModelTableReader.Read(ReplaceFirst(Models, "status: earlier", "colour: blue"))
        );
        Assert.Equal($"src/PromptDsl/Targets/models.yaml({line},9): unknown key 'colour'", e.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a list")]
    [InlineData("models: [")]
    public void Refuses_what_is_not_one_mapping(string text) =>
        Assert.Throws<DataFileException>(() => ModelTableReader.Read(text));

    private static IEnumerable<string> FactProperties(Type type, string prefix)
    {
        foreach (var property in type.GetProperties())
        {
            if (
                property.PropertyType is { IsGenericType: true } fact
                && fact.GetGenericTypeDefinition() == typeof(Fact<>)
            )
            {
                yield return prefix + property.Name;
            }
            else if (property.PropertyType.Namespace == typeof(ImageModel).Namespace)
            {
                foreach (string name in FactProperties(property.PropertyType, property.Name + "."))
                {
                    yield return name;
                }
            }
        }
    }

    private static (int ExitCode, string Output) Run(string root, params string[] args)
    {
        using var output = new StringWriter();
        return (PromptDsl.Generator.Generator.Run(args, root, output), output.ToString());
    }

    private static string Lines(params string[] lines) =>
        string.Concat(lines.Select(line => line + Environment.NewLine));

    private static string ReplaceFirst(string text, string old, string replacement)
    {
        int start = text.IndexOf(old, StringComparison.Ordinal);
        return text[..start] + replacement + text[(start + old.Length)..];
    }
}
