using Xunit;

namespace PromptDsl.Tests.Formatting;

public sealed class RawStringFormattingTests
{
    private const string Quotes = "\"\"\"";

    [Fact]
    public void On_one_line_it_stands_as_written() =>
        FormatAssert.IsFormatted($"prompt: {Quotes}say  \"hi\" \\n ${{name}}{Quotes}");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("        ")]
    [InlineData("\t")]
    [InlineData(" \t ")]
    public void Its_lines_are_indented_below_the_statement(string indentation) =>
        FormatAssert.Formats(
            $"prompt: {Quotes}\n{indentation}A boat.\n\n{indentation}  Deeper.\n{indentation}\tA tab.\n{indentation}{Quotes}",
            $"prompt: {Quotes}\n  A boat.\n\n    Deeper.\n  \tA tab.\n  {Quotes}"
        );

    [Fact]
    public void Follows_the_nesting() =>
        FormatAssert.Formats(
            $"stage a {{ change: {Quotes}\nA boat.\n{Quotes}, keep: [] }}",
            $"stage a {{\n  change: {Quotes}\n    A boat.\n    {Quotes}\n  keep: []\n}}"
        );

    [Fact]
    public void In_a_list_its_lines_begin_below_the_quotes() =>
        FormatAssert.Formats(
            $"keep: [{Quotes}\n    A boat.\n    {Quotes}, cabin]",
            $"keep: [\n  {Quotes}\n  A boat.\n  {Quotes},\n  cabin,\n]"
        );

    [Fact]
    public void A_body_follows_the_closing_quotes() =>
        FormatAssert.Formats(
            $"object a {Quotes}\nA boat.\n{Quotes} {{ at: left }}",
            $"object a {Quotes}\n  A boat.\n  {Quotes} {{\n  at: left\n}}"
        );

    [Fact]
    public void A_list_after_it_is_read_again() =>
        FormatAssert.Formats(
            $"vary {Quotes}\nb\n{Quotes} [c.d, // e\n f.g]",
            $"vary {Quotes}\n  b\n  {Quotes} [\n  c.d, // e\n  f.g,\n]"
        );

    [Fact]
    public void Keeps_longer_quotes() =>
        FormatAssert.Formats(
            "prompt: \"\"\"\"\nShe said \"\"\"hi\"\"\".\n\"\"\"\"",
            "prompt: \"\"\"\"\n  She said \"\"\"hi\"\"\".\n  \"\"\"\""
        );

    [Fact]
    public void Blanks_that_belong_to_its_value_stay() =>
        FormatAssert.Formats(
            $"prompt: {Quotes}  \n  A boat.  \n    \n \n  {Quotes}",
            $"prompt: {Quotes}\n  A boat.  \n    \n\n  {Quotes}"
        );

    [Fact]
    public void May_be_empty() =>
        FormatAssert.Formats($"prompt: {Quotes}\n    {Quotes}", $"prompt: {Quotes}\n  {Quotes}");
}
