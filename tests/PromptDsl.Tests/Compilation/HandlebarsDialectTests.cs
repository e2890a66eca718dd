using System.Reflection;
using PromptDsl.Compilation;
using PromptDsl.Compilation.Dialects;
using PromptDsl.Semantics.Model;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Compilation;

public class HandlebarsDialectTests
{
    private readonly ModelBuilder _m = new();

    [Theory]
    [InlineData("{{style.text}}", "Medium: ink & <gold>.")]
    [InlineData(
        "{{#each sections}}[{{key}}|{{label}}]{{/each}}",
        "[objects|In the picture][style|Style][negatives|Do not include]"
    )]
    [InlineData("{{#each objects.items}}{{description.value}} ({{at.value}}){{/each}}", "a cat (on the left)")]
    [InlineData("{{#each negatives.items}}{{#each values}}- {{this}}\n{{/each}}{{/each}}", "- people\n- boats")]
    [InlineData("{{missing}}{{missing.deep}}{{#if subject}}x{{else}}y{{/if}}", "y")]
    [InlineData("{{#if isEdit}}edit{{else}}new{{/if}} {{locale}} \r\n", "new en")]
    [InlineData("{{prose}}", "On the left: a cat.\n\nMedium: ink & <gold>.\n\nDo not include: people, boats.")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void A_template_sees_the_document(string template, string expected) =>
        Assert.Equal(expected, Render(template).Text);

    [Fact]
    public void The_map_leads_from_authored_words_to_the_source()
    {
        CompiledPrompt prompt = Render("Style: {{#each style.items}}{{value}}{{/each}}!");
        Assert.Equal("Style: ink & <gold>!", prompt.Text);
        Assert.Equal([false, true, false], prompt.SourceMap.Select(e => e.IsAuthored));
        Assert.Equal("ink & <gold>", _m.Authored[prompt.SourceMap[1].Source]);
    }

    [Fact]
    public void Words_of_the_author_are_never_read_as_a_template()
    {
        const string Words = "{{prose}} \uE0000\uE001 ${x}";
        Stage stage = _m.Generation(new Scene { Purpose = _m.Field("purpose", Words) });
        CompiledPrompt prompt = new HandlebarsDialect("{{prose}}", "mine").Render(Lowering.Lower(stage, "en"));
        Assert.Equal($"Intended use: {Words}.", prompt.Text);
    }

    [Theory]
    [InlineData("a\n{{#each sections}}", 2, 3)]
    [InlineData("a\n b {{/if}}", 2, 6)]
    [InlineData("{{stage", 1, 8)]
    [InlineData("a\n\n{{> file}}", 3, 1)]
    [InlineData("{{#*inline \"p\"}}{{/inline}}", 1, 1)]
    [InlineData("x\uE000", 1, 2)]
    public void A_template_that_can_not_be_read_is_an_error_with_its_place(string template, int line, int column)
    {
        var error = Assert.Throws<PromptTemplateException>(() => new HandlebarsDialect(template, "mine"));
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.EndsWith(".", error.Message);
    }

    [Fact]
    public void A_helper_that_does_not_exist_is_an_error_with_its_place()
    {
        var error = Assert.Throws<PromptTemplateException>(() => Render("a {{shout stage}}"));
        Assert.Equal((1, 5), (error.Line, error.Column));
        Assert.Contains("'shout'", error.Message);
    }

    [Fact]
    public void A_template_that_loops_without_end_is_stopped()
    {
        string template = string.Concat(Enumerable.Repeat("{{#each @root.sections}}", 40));
        template += string.Concat(Enumerable.Repeat("{{/each}}", 40));
        var error = Assert.Throws<PromptTemplateException>(() => Render(template));
        Assert.Contains("100,000", error.Message);
    }

    [Fact]
    public void A_template_that_nests_too_deeply_is_refused()
    {
        string template = string.Concat(Enumerable.Repeat("{{#if stage}}", 100));
        Assert.Throws<PromptTemplateException>(() => new HandlebarsDialect(template, "mine"));
    }

    [Fact]
    public void Only_one_class_knows_the_template_library()
    {
        const BindingFlags All =
            BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        IEnumerable<string> found = typeof(HandlebarsDialect)
            .Assembly.GetTypes()
            .Where(t =>
                t.GetFields(All)
                    .Select(f => f.FieldType)
                    .Concat(t.GetMethods(All).SelectMany(m => m.GetParameters().Select(p => p.ParameterType)))
                    .Concat(t.GetMethods(All).Select(m => m.ReturnType))
                    .Any(used => used.Namespace?.StartsWith("HandlebarsDotNet", StringComparison.Ordinal) == true)
            )
            .Select(t => t.Name);
        Assert.Equal([nameof(HandlebarsTemplate)], found);
    }

    private CompiledPrompt Render(string template)
    {
        Stage stage = _m.Generation(
            new Scene
            {
                Things = [_m.Object(null, "a cat", _m.Fields(("at", _m.Word("left"))))],
                Style = _m.Style(("medium", "ink & <gold>")),
                Negatives = _m.Texts("people", "boats"),
            }
        );
        return new HandlebarsDialect(template, "mine").Render(Lowering.Lower(stage, "en"));
    }
}
