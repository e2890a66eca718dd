using PromptDsl.Pictures.Tests.C2pa;
using PromptDsl.Runtime.Verification;
using Xunit;

namespace PromptDsl.Runtime.Tests.Verification;

public class ProvenanceExpectationTests
{
    [Fact]
    public Task A_manifest_is_present() =>
        ExpectAsync(
            ManifestFile.InPng(ManifestFile.Store),
            CheckStatus.Passed,
            "a C2PA manifest is present, made by OpenAI Media Service API 2.2.0"
        );

    [Fact]
    public Task A_manifest_need_not_say_what_made_it() =>
        ExpectAsync(
            ManifestFile.InWebP(ManifestFile.StoreOf("c2pa.claim.v2", ManifestFile.Map())),
            CheckStatus.Passed,
            "a C2PA manifest is present, which does not say what made it"
        );

    [Fact]
    public Task A_manifest_that_cannot_be_read() =>
        ExpectAsync(
            ManifestFile.InGif(ManifestFile.Store[..^1]),
            CheckStatus.Failed,
            "a C2PA manifest is present and cannot be read: its boxes end early"
        );

    [Fact]
    public Task A_file_without_manifest() =>
        ExpectAsync(
            Expecting.Png((_, _) => (0, 0, 0, 255)),
            CheckStatus.Failed,
            "expected a C2PA manifest, but the file has none, as after editing or converting"
        );

    [Fact]
    public async Task A_file_that_ends_before_its_manifest()
    {
        PictureCheck check = await Expecting.CheckOneAsync(
            "provenance: c2pa",
            ManifestFile.InPng(ManifestFile.Store)[..60]
        );
        Assert.Equal(CheckStatus.Failed, check.Status);
        Assert.StartsWith(
            "the picture cannot be read: it ends after 60 bytes",
            check.Message,
            StringComparison.Ordinal
        );
    }

    private static async Task ExpectAsync(byte[] file, CheckStatus status, string message)
    {
        PictureCheck check = await Expecting.CheckOneAsync("provenance: c2pa", file);
        Assert.Equal((status, message), (check.Status, check.Message));
    }
}
