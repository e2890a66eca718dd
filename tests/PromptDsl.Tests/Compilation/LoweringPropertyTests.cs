using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PromptDsl.Compilation;
using PromptDsl.Compilation.Dialects;
using PromptDsl.Semantics.Model;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Compilation;

public class LoweringPropertyTests
{
    // The tests run without culture data, as the compiler does: a culture that writes numbers its own way.
    private static readonly CultureInfo Foreign = new("")
    {
        NumberFormat = new NumberFormatInfo
        {
            NegativeSign = "minus",
            NumberDecimalSeparator = "٫",
            NumberGroupSeparator = "٬",
            NumberGroupSizes = [1],
            PercentSymbol = "٪",
        },
    };

    [Fact]
    public void Every_text_of_the_author_is_said_once() =>
        ForAll(
            (stage, generator, _, locale) =>
            {
                foreach (string dialect in PromptDialects.Names)
                {
                    string text = CompiledText.Render(stage, locale, dialect).Text;
                    string said = dialect == "json" ? Strings(text) : text;
                    Assert.All(generator.Once, once => Assert.Equal(1, Count(said, once)));
                    Assert.All(generator.Copy, copy => Assert.True(Count(said, copy) >= 1, copy));
                }
            }
        );

    [Fact]
    public void The_map_covers_the_text_and_leads_to_what_was_written() =>
        ForAll(
            (stage, _, model, locale) =>
            {
                foreach (string dialect in PromptDialects.Names)
                {
                    CompiledPrompt prompt = CompiledText.Render(stage, locale, dialect);
                    int end = 0;
                    foreach (SourceMapEntry entry in prompt.SourceMap)
                    {
                        Assert.Equal(end, entry.Span.Start);
                        Assert.True(entry.Span.Length > 0);
                        end = entry.Span.End;
                        if (entry.IsAuthored)
                        {
                            string text = prompt.Text.Substring(entry.Span.Start, entry.Span.Length);
                            string said = dialect == "json" ? JsonSerializer.Deserialize<string>($"\"{text}\"")! : text;
                            Assert.Equal(model.Authored[entry.Source], said);
                        }
                    }

                    Assert.Equal(prompt.Text.Length, end);
                }
            }
        );

    [Fact]
    public void The_text_is_the_same_in_every_culture() =>
        ForAll(
            (stage, _, _, locale) =>
            {
                CultureInfo before = CultureInfo.CurrentCulture;
                try
                {
                    foreach (string dialect in PromptDialects.Names)
                    {
                        string expected = CompiledText.Render(stage, locale, dialect).Text;
                        CultureInfo.CurrentCulture = Foreign;
                        Assert.Equal(expected, CompiledText.Render(stage, locale, dialect).Text);
                        CultureInfo.CurrentCulture = before;
                    }
                }
                finally
                {
                    CultureInfo.CurrentCulture = before;
                }
            }
        );

    [Fact]
    public void A_template_that_asks_for_the_prose_gets_it_with_its_map()
    {
        var template = new HandlebarsDialect("{{prose}}", "mine");
        ForAll(
            (stage, _, _, locale) =>
            {
                CompiledPrompt prose = CompiledText.Render(stage, locale, "prose");
                CompiledPrompt rendered = template.Render(Lowering.Lower(stage, locale));
                Assert.Equal(prose.Text, rendered.Text);
                Assert.Equal(prose.SourceMap, rendered.SourceMap);
            }
        );
    }

    [Fact]
    public void Nothing_ends_in_a_blank_and_no_mark_is_doubled() =>
        ForAll(
            (stage, _, _, locale) =>
            {
                string text = CompiledText.Prose(stage, locale);
                Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
                Assert.Equal(text.TrimEnd(), text);
                Assert.DoesNotContain("\n\n\n", text);
                Assert.DoesNotContain("  - -", text);
                for (int i = 1; i < text.Length; i++)
                {
                    bool isDoubled =
                        text[i] is '.' or ',' or ';' or ':' && text[i - 1] is '.' or ',' or ';' or ':' or '!' or '…';
                    Assert.False(isDoubled, text);
                }
            }
        );

    private static void ForAll(Action<Stage, StageGenerator, ModelBuilder, string> check) =>
        Prop.ForAll<int[]>(
                ArbMap.Default.ArbFor<int[]>(),
                choices =>
                {
                    foreach (string locale in new[] { "en", "ko" })
                    {
                        var model = new ModelBuilder();
                        var generator = new StageGenerator(model, choices);
                        check(generator.Stage(), generator, model, locale);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static string Strings(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        var all = new List<string>();
        Collect(document.RootElement, all);
        return string.Join('\u0002', all);
    }

    private static void Collect(JsonElement element, List<string> all)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    Collect(property.Value, all);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement entry in element.EnumerateArray())
                {
                    Collect(entry, all);
                }

                break;
            case JsonValueKind.String:
                all.Add(element.GetString()!);
                break;
        }
    }

    private static int Count(string text, string part)
    {
        int count = 0;
        for (int i = text.IndexOf(part, StringComparison.Ordinal); i >= 0; count++)
        {
            i = text.IndexOf(part, i + 1, StringComparison.Ordinal);
        }

        return count;
    }
}
