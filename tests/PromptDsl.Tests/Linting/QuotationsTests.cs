using PromptDsl.Linting.Scanning;
using Xunit;

namespace PromptDsl.Tests.Linting;

public class QuotationsTests
{
    [Theory]
    [InlineData("a sign that says \"OPEN\" in red", "\"OPEN\"")]
    [InlineData("a sign that says 'don't walk' in red", "'don't walk'")]
    [InlineData("“가을”이라고 쓰인 간판", "“가을”")]
    [InlineData("간판에\"열림\"이라고 쓴 집", "\"열림\"")]
    [InlineData("the baker’s ‘best’ loaf", "‘best’")]
    public void Copy_between_marks_is_found(string text, string expected) =>
        Assert.Equal([expected], Quotations.In(text).Select(q => text[q.Start..(q.End + 1)]));

    [Theory]
    [InlineData("the baker's loaf and the miller's cat")]
    [InlineData("a door 6'8\" high and a shelf 5'2\" wide")]
    [InlineData("a mark \" without its partner")]
    [InlineData("\"one paragraph\n\nanother\" one")]
    public void Apostrophes_measures_and_single_marks_are_no_quotation(string text) =>
        Assert.Empty(Quotations.In(text));
}
