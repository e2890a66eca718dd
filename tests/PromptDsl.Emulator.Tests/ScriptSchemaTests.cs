using System.Text;
using System.Text.Json;
using PromptDsl.Emulator.Http;
using PromptDsl.Emulator.Scripts;
using PromptDsl.Emulator.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Emulator.Tests;

/// <summary>The schema for editors and the page name what scripts can say.</summary>
public sealed class ScriptSchemaTests
{
    private static readonly JsonElement Definitions = JsonDocument
        .Parse(File.ReadAllText(RepositoryRoot.PathOf("docs/schemas/emulator-script.schema.json")))
        .RootElement.GetProperty("$defs");

    [Fact]
    public void The_schema_has_every_fault_and_endpoint()
    {
        Assert.Equal(FaultNames.All, WordsOf("rule", "fault"));
        Assert.Equal(Endpoints.All, WordsOf("when", "endpoint"));
    }

    [Fact]
    public void The_page_has_every_fault()
    {
        string page = File.ReadAllText(RepositoryRoot.PathOf("docs/emulator.md"));
        Assert.All(FaultNames.All, n => Assert.Contains($"`{n}`", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("rule")]
    [InlineData("when")]
    public void What_the_schema_allows_the_reader_knows(string definition)
    {
        foreach (
            JsonProperty property in Definitions.GetProperty(definition).GetProperty("properties").EnumerateObject()
        )
        {
            // Null is never right: what the reader knows it calls wrong, and anything else unknown.
            string member = $"\"{property.Name}\": null";
            string rule =
                definition == "when" ? $"{{ \"fault\": \"slow\", \"when\": {{ {member} }} }}"
                : property.Name == "fault" ? $"{{ {member} }}"
                : $"{{ \"fault\": \"slow\", {member} }}";
            byte[] script = Encoding.UTF8.GetBytes($"{{ \"rules\": [{rule}] }}");
            ScriptException e = Assert.Throws<ScriptException>(() => ScriptFile.Read(script, new EmulatorOptions()));
            Assert.EndsWith("is expected here", e.Message, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string?> WordsOf(string definition, string property) =>
        Definitions
            .GetProperty(definition)
            .GetProperty("properties")
            .GetProperty(property)
            .GetProperty("enum")
            .EnumerateArray()
            .Select(e => e.GetString());
}
