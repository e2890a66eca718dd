using PromptDsl.Semantics;
using Xunit;

namespace PromptDsl.Tests.Semantics;

public class ParameterTests
{
    [Theory]
    [InlineData("text = 3", "IMG1053 3")]
    [InlineData("number = \"3\"", "IMG1053 \"3\"")]
    [InlineData("percent = 30", "IMG1053 30")]
    [InlineData("ratio = \"2:3\"", "IMG1053 \"2:3\"")]
    [InlineData("size = 1024", "IMG1053 1024")]
    [InlineData("color = 3", "IMG1053 3")]
    [InlineData("boolean = \"true\"", "IMG1053 \"true\"")]
    [InlineData("image = \"../x.png\"", "IMG1038 \"../x.png\"")]
    [InlineData("image = 3", "IMG1053 3")]
    [InlineData("choice [\"a\", \"b\"] = \"c\"", "IMG1053 \"c\"")]
    [InlineData("list = \"a\"", "IMG1053 \"a\"")]
    [InlineData("string = \"a\"", "IMG1052 string")]
    [InlineData("txt = \"a\"", "IMG1052 txt")]
    [InlineData("choice = \"a\"", "IMG1058 choice")]
    [InlineData("choice [] = \"a\"", "IMG1058 choice []")]
    [InlineData("text [\"a\"] = \"a\"", "IMG1058 [\"a\"]")]
    [InlineData("text = \"abc\" { matching: \"[A-Z]+\" }", "IMG1055 \"abc\"")]
    [InlineData("text = \"abc\" { max-length: 2 }", "IMG1055 \"abc\"")]
    [InlineData("list = [\"a\", \"b\"] { max-length: 1 }", "IMG1055 [\"a\", \"b\"]")]
    [InlineData("number = 5 { max: 3 }", "IMG1055 5")]
    [InlineData("percent = 5% { min: 10% }", "IMG1055 5%")]
    [InlineData("text = \"a\" { min: 3 }", "IMG1056 min")]
    [InlineData("text = \"a\" { max-length: \"3\" }", "IMG1056 \"3\"")]
    [InlineData("text = \"a\" { matching: \"(\" }", "IMG1056 \"(\"")]
    [InlineData("text = \"a\" { pattern: \"x\" }", "IMG1056 pattern")]
    [InlineData("number = 5 { max: 9, max: 7 }", "IMG1007 max")]
    [InlineData("text", "IMG1050 p")]
    public void A_declaration_is_checked_once(string declaration, string expected) =>
        BindResult.Finds($"param p: {declaration}\nsubject: \"x\"", expected);

    [Theory]
    [InlineData("param p", "IMG0111 p")]
    [InlineData("param p \"a\"", "IMG0111 \"a\"")]
    [InlineData("param p = \"a\"", "IMG0111 =")]
    public void A_half_written_declaration_is_one_finding(string source, string expected) =>
        BindResult.Finds($"{source}\nsubject: \"x\"", expected);

    [Theory]
    [InlineData("text", "a, b", "a, b")]
    [InlineData("text", "true", "true")]
    [InlineData("number", "0.50", "0.50")]
    [InlineData("percent", "60%", "60%")]
    [InlineData("ratio", "16:9", "16:9")]
    [InlineData("size", "1536x1024", "1536x1024")]
    [InlineData("color", "#FF5533", "#FF5533")]
    [InlineData("color", "brick red", "brick red")]
    [InlineData("choice [\"a\", \"b\"]", "b", "b")]
    public void A_value_from_outside_is_read_by_the_type(string type, string given, string read)
    {
        BindResult result = BindResult.Silent($"param p: {type}\nsubject: \"${{p}}\"", null, $"p={given}");
        Assert.Equal(read, result.Model.Base.Subject!.Description!.Plain);
    }

    [Theory]
    [InlineData("number", "3px", "the parameter `p` takes a number; --set gives \"3px\"")]
    [InlineData("percent", "30", "the parameter `p` takes a percentage such as 60%; --set gives \"30\"")]
    [InlineData("ratio", "2/3", "the parameter `p` takes a ratio such as 2:3; --set gives \"2/3\"")]
    [InlineData("boolean", "yes", "the parameter `p` takes true or false; --set gives \"yes\"")]
    [InlineData("choice [\"a\"]", "c", "the parameter `p` takes one of its choices; --set gives \"c\"")]
    [InlineData("list", "a", "the parameter `p` takes a list; --set gives \"a\"")]
    [InlineData("image", "/a.png", "`/a.png` is not a path of a file in the project")]
    [InlineData("image", "../a.png", "`../a.png` leaves the project")]
    [InlineData(
        "text = \"x\" { max-length: 2 }",
        "abc",
        "the parameter `p` is \"abc\", and it must have at most 2 characters"
    )]
    public void A_wrong_value_from_outside_names_its_origin(string type, string given, string message) =>
        Assert.Equal(
            message,
            Assert.Single(BindResult.Of($"param p: {type}\nsubject: \"x\"", null, $"p={given}").Findings).Message
        );

    [Fact]
    public void A_value_for_a_parameter_that_is_not_there_is_reported() =>
        BindResult.Finds("param season: text = \"a\"\nsubject: \"x\"", null, ["saeson=b"], "IMG1051 ");

    [Fact]
    public void Defaults_may_use_other_parameters_and_definitions()
    {
        BindResult result = BindResult.Silent(
            """
            param place: text = "${region} coast"
            param region: text = "west"
            define text mood "calm"
            subject: "${place}, ${mood}"
            """,
            null,
            "region=east"
        );
        Assert.Equal("east coast, calm", result.Model.Base.Subject!.Description!.Plain);
    }

    [Fact]
    public void A_circle_of_defaults_is_one_finding() =>
        BindResult.Finds("param a: text = \"${b}\"\nparam b: text = \"${a}\"\nsubject: \"${a}\"", "IMG1061 a");

    [Fact]
    public void Parameters_without_values_are_one_finding_and_make_a_template()
    {
        BindResult result = BindResult.Of("param a: text\nparam b: number\nsubject: \"${a} ${b}\"");
        Assert.Equal("the parameters `a`, `b` have no values", Assert.Single(result.Findings).Message);
        Assert.Equal(FileRole.Template, result.File.Role);
    }

    [Fact]
    public void A_plain_value_loses_its_quotation_marks_safely() =>
        Assert.Equal(
            "param p: number = 3\nsubject: \"x\"",
            BindResult
                .Of("param p: number = \"3\"\nsubject: \"x\"")
                .Findings[0]
                .Fixes[0]
                .ApplyTo("param p: number = \"3\"\nsubject: \"x\"")
        );
}
