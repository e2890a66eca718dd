using System.Collections.Immutable;
using PromptDsl.Runtime.Verification.Reading;
using Xunit;

namespace PromptDsl.Runtime.Tests.Verification;

public class TextScriptTests
{
    [Theory]
    [InlineData("Island Ferries", "eng")]
    [InlineData("섬 나루", "kor")]
    [InlineData("Ferry 나루", "eng kor")]
    [InlineData("50% + 9:30", "eng")]
    [InlineData("ㅋㅋ", "kor")]
    [InlineData("Größe", "Latin")]
    [InlineData("Café 나루", "Latin kor")]
    [InlineData("日本語の本", "jpn")]
    [InlineData("日本", "chi_sim")]
    [InlineData("Добро", "rus")]
    public void Its_first_model_is_the_one_to_install(string text, string models)
    {
        ImmutableArray<TextScript> scripts = Assert.NotNull(TextScript.Of(ReadText.Fold(text)));
        Assert.Equal(models.Split(' '), scripts.Select(s => s.Models[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_script_that_no_model_is_known_for() => Assert.Null(TextScript.Of(ReadText.Fold("გამარჯობა")));

    [Theory]
    [InlineData("Größe", "eng deu fra", "deu")]
    [InlineData("Größe", "eng fra", null)]
    [InlineData("Größe", "script/Latin", "script/Latin")]
    [InlineData("Größe", "Latin eng", "Latin")]
    [InlineData("Größe", "script/Latin deu eng", "deu")]
    [InlineData("Ferry", "Latin eng osd", "eng")]
    [InlineData("Ferry", "script/Latin", "script/Latin")]
    [InlineData("日本", "chi_sim chi_tra", "chi_sim chi_tra")]
    [InlineData("섬", "eng", null)]
    public void Models_are_those_that_are_installed(string text, string installed, string? models)
    {
        var sought = new SoughtText(text);
        sought.ChooseModels([.. installed.Split(' ')]);
        Assert.Equal(models is not null, sought.IsOpen);
        Assert.Equal(models?.Split(' ') ?? [], sought.Models);
    }
}
