using PromptDsl.Assets;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Cli.Tests.Processes;
using Xunit;

namespace PromptDsl.Cli.Tests.Files;

public sealed class DiskAssetInspectorTests : IDisposable
{
    private readonly Sandbox _sandbox = new();
    private readonly DiskAssetInspector _inspector;

    public DiskAssetInspectorTests()
    {
        File.Copy(RepositoryRoot.PathOf("examples/refs/coat.png"), _sandbox.PathOf("coat.png"));
        _inspector = new DiskAssetInspector(ProjectRoot.Of(_sandbox.Folder));
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_picture_is_looked_at_once()
    {
        AssetFacts? facts = _inspector.Inspect("coat.png");
        Assert.Equal((AssetFormat.Png, null), (facts!.Format, facts.Problem));
        File.Delete(_sandbox.PathOf("coat.png"));
        Assert.Same(facts, _inspector.Inspect("coat.png"));
    }

    [Fact]
    public void What_does_not_exist_is_nothing()
    {
        Assert.Null(_inspector.Inspect("hat.png"));
        Assert.Null(_inspector.Inspect("no/such/folder/hat.png"));
    }

    [Fact]
    public void Links_are_followed_inside_the_project_only()
    {
        using var other = new Sandbox();
        File.Copy(_sandbox.PathOf("coat.png"), other.PathOf("coat.png"));
        File.CreateSymbolicLink(_sandbox.PathOf("inside.png"), "coat.png");
        File.CreateSymbolicLink(_sandbox.PathOf("outside.png"), other.PathOf("coat.png"));
        Directory.CreateSymbolicLink(_sandbox.PathOf("folder"), other.Folder);
        Assert.Equal(AssetFormat.Png, _inspector.Inspect("inside.png")!.Format);
        Assert.All(
            ["outside.png", "folder/coat.png"],
            p =>
            {
                AssetFacts facts = _inspector.Inspect(p)!;
                Assert.Equal("it is reached through a link that leaves the project", facts.Problem);
                Assert.Null(facts.Sha256);
            }
        );
    }

    [Fact]
    public void Folders_and_pipes_are_no_pictures()
    {
        Directory.CreateDirectory(_sandbox.PathOf("folder.png"));
        Assert.Equal("it is a folder", _inspector.Inspect("folder.png")!.Problem);
        if (!OperatingSystem.IsWindows())
        {
            Executable.Run(_sandbox.Folder, "mkfifo pipe.png");
            Assert.Equal("it is not a regular file", _inspector.Inspect("pipe.png")!.Problem);
        }
    }
}
