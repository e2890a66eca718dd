using PromptDsl.Runtime.Verification.Reading;
using Xunit;

namespace PromptDsl.Runtime.Tests.Verification;

public class ReadTextTests
{
    [Theory]
    [InlineData("Island Ferries", "ISLAND\n ferries")]
    [InlineData("It’s “new” – 50%…", "It's \"new\" - 50%...")]
    [InlineData("Summer 🌻 sale ★", "summer sale")]
    [InlineData("ＡＢＣ１２", "abc12")]
    [InlineData("H₂O, 5 m², €5", "h2o, 5m2, €5")]
    [InlineData("\uD800lone", "lone")]
    public void What_is_passed_over(string text, string read) => Assert.Equal(ReadText.Fold(text), ReadText.Fold(read));

    [Theory]
    [InlineData("섬 나루", "\u1109\u1165\u11B7\u1102\u1161\u1105\u116E")]
    [InlineData("힣가ㄱ", "\u1112\u1175\u11C2\u1100\u1161ㄱ")]
    [InlineData("가\u11A7", "\u1100\u1161\u11A7")]
    public void Composed_and_decomposed_syllables_are_the_same(string text, string read) =>
        Assert.Equal(ReadText.Fold(text), ReadText.Fold(read));

    [Theory]
    [InlineData("Ferry", "Fery")]
    [InlineData("9:30", "9.30")]
    [InlineData("Größe", "Grosse")]
    [InlineData("Größe", "Große")]
    public void What_counts(string text, string read) => Assert.NotEqual(ReadText.Fold(text), ReadText.Fold(read));

    [Theory]
    [InlineData("the Island Ferries here", true)]
    [InlineData("“Island Ferries”, (daily)", true)]
    [InlineData("Isl and\nFerr ies", true)]
    [InlineData("Island Ferriess", false)]
    [InlineData("mIsland Ferries", false)]
    [InlineData("mIsland Ferries Island Ferries2 Island-Ferries; Island Ferries", true)]
    [InlineData("", false)]
    public void A_text_is_found_in_whole_words(string read, bool isFound) =>
        Assert.Equal(isFound, new ReadText(read).Contains(ReadText.Fold("Island Ferries")));

    [Theory]
    [InlineData("some Island Feries here", "Island Feries", 1)]
    [InlineData("noise\nIs land\nFerrles\nnoise", "Is land Ferrles", 1)]
    [InlineData("Island Ferriess now", "Island Ferriess", 0)]
    [InlineData("Islnad Ferries Island Feries", "Island Feries", 1)]
    public void The_words_that_come_nearest(string read, string words, int distance) =>
        Assert.Equal((words, distance), new ReadText(read).Nearest(ReadText.Fold("Island Ferries")));

    [Theory]
    [InlineData("something else")]
    [InlineData("")]
    public void Nothing_comes_near(string read) =>
        Assert.Null(new ReadText(read).Nearest(ReadText.Fold("Island Ferries")));

    [Fact]
    public void Much_noise_is_held_against_a_long_text_in_time()
    {
        string text = ReadText.Fold(string.Concat(Enumerable.Repeat("Departs daily at 9:30, pier 4. ", 30)));
        Assert.Null(new ReadText(string.Concat(Enumerable.Repeat("xx yy zzzzzz ", 70_000))).Nearest(text));
        Assert.Null(new ReadText(new string('x', 1 << 20)).Nearest(text));
    }
}
