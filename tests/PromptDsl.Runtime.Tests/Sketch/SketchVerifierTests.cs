using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Runtime.Sketch;
using PromptDsl.Runtime.Tests.Sketch.Infrastructure;
using PromptDsl.Runtime.Verification;
using Xunit;

namespace PromptDsl.Runtime.Tests.Sketch;

public sealed class SketchVerifierTests
{
    [Theory]
    [InlineData("provenance", "a sketch has no C2PA manifest")]
    [InlineData("not-dark", "the light of a sketch is not that of a picture")]
    [InlineData("no-color-cast", "the light of a sketch is not that of a picture")]
    [InlineData("palette", "the colours of a sketch are not those of a picture")]
    [InlineData("text", "the letters of a sketch are coarse: it fails")]
    public async Task What_a_sketch_cannot_have_is_not_checked(string key, string reason) =>
        Assert.Equal((CheckStatus.NotChecked, reason), await VerifyAsync(key, CheckStatus.Failed, "it fails"));

    [Theory]
    [InlineData("size", CheckStatus.Failed)]
    [InlineData("format", CheckStatus.Failed)]
    [InlineData("alpha", CheckStatus.Failed)]
    [InlineData("text", CheckStatus.Passed)]
    [InlineData("text", CheckStatus.NotChecked)]
    public async Task Everything_else_stays(string key, CheckStatus status) =>
        Assert.Equal((status, "as it is"), await VerifyAsync(key, status, "as it is"));

    private static async Task<(CheckStatus, string)> VerifyAsync(string key, CheckStatus status, string message)
    {
        CompiledStage stage = Sketches.Compile("subject: \"a crane\"")[0];
        var verifier = new SketchVerifier(new FixedVerifier(new PictureCheck(key, status, message, stage.Model.Place)));
        PictureCheck check = Assert.Single(
            await verifier.VerifyAsync(stage, "any.png", TestContext.Current.CancellationToken)
        );
        return (check.Status, check.Message);
    }

    private sealed class FixedVerifier(PictureCheck check) : IPictureVerifier
    {
        public Task<ImmutableArray<PictureCheck>> VerifyAsync(
            CompiledStage stage,
            string path,
            CancellationToken cancellationToken
        ) => Task.FromResult<ImmutableArray<PictureCheck>>([check]);
    }
}
