using PromptDsl.Compilation.Wording;
using Xunit;

namespace PromptDsl.Tests.Compilation;

public class KoreanParticleTests
{
    [Theory]
    [InlineData("오두막", "은 이 을 과 으로")]
    [InlineData("호수", "는 가 를 와 로")]
    [InlineData("물", "은 이 을 과 로")]
    [InlineData("이미지 1", "은 이 을 과 로")]
    [InlineData("이미지 2", "는 가 를 와 로")]
    [InlineData("이미지 3", "은 이 을 과 으로")]
    [InlineData("이미지 6", "은 이 을 과 으로")]
    [InlineData("이미지 8", "은 이 을 과 로")]
    [InlineData("이미지 10", "은 이 을 과 으로")]
    [InlineData("0", "은 이 을 과 으로")]
    [InlineData("100", "은 이 을 과 으로")]
    [InlineData("60%", "는 가 를 와 로")]
    [InlineData("UI", "는 가 를 와 로")]
    [InlineData("URL", "은 이 을 과 로")]
    [InlineData("PNG", "는 가 를 와 로")]
    [InlineData("cabin", "은 이 을 과 으로")]
    [InlineData("cat", "은 이 을 과 으로")]
    [InlineData("bell", "은 이 을 과 로")]
    [InlineData("ring", "은 이 을 과 으로")]
    [InlineData("tree", "는 가 를 와 로")]
    [InlineData("\"고요한 아침\"", "은 이 을 과 으로")]
    [InlineData("유화(70%)", "는 가 를 와 로")]
    [InlineData("", "는 가 를 와 로")]
    [InlineData("!?", "는 가 를 와 로")]
    [InlineData("山", "는 가 를 와 로")]
    public void The_last_sound_decides(string word, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                KoreanParticle.Topic(word),
                KoreanParticle.Subject(word),
                KoreanParticle.Object(word),
                KoreanParticle.And(word),
                KoreanParticle.Direction(word)
            )
        );
}
