using System.Diagnostics;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Cli.Tests.Files;

public sealed class ProjectFilesTests : IDisposable
{
    private readonly Sandbox _outside = new(isRepository: false);
    private readonly Sandbox _sandbox = new();

    public void Dispose()
    {
        _sandbox.Dispose();
        _outside.Dispose();
    }

    [Fact]
    public void The_root_is_the_nearest_configuration_else_the_repository_else_the_folder()
    {
        Directory.CreateDirectory(_sandbox.PathOf("a/b"));
        Assert.Equal(_sandbox.Folder, ProjectRoot.Of(_sandbox.PathOf("a/b")).Folder);
        _sandbox.Write("a/promptc.yaml", "");
        Assert.Equal(_sandbox.PathOf("a"), ProjectRoot.Of(_sandbox.PathOf("a/b")).Folder);
        Assert.Equal(_outside.Folder, ProjectRoot.Of(_outside.Folder).Folder);
        _outside.Write(".git", "gitdir: elsewhere");
        _outside.Write("x/y.imgp", "");
        Assert.Equal(_outside.Folder, ProjectRoot.Of(_outside.PathOf("x")).Folder);
    }

    [Fact]
    public void A_file_has_its_logical_path()
    {
        _sandbox.Write("a/b.imgp", "title: \"x\"\n");
        SourceResolution found = Resolve("a/b.imgp");
        Assert.Equal(SourceResolutionStatus.Found, found.Status);
        Assert.Equal("a/b.imgp", found.Source!.Path);
    }

    [Fact]
    public void Links_inside_the_root_are_followed()
    {
        _sandbox.Write("real/b.imgp", "x");
        Directory.CreateSymbolicLink(_sandbox.PathOf("link"), "real");
        Assert.Equal(SourceResolutionStatus.Found, Resolve("link/b.imgp").Status);
    }

    [Fact]
    public void Links_out_of_the_root_are_refused_whatever_part_of_the_path_they_are()
    {
        _outside.Write("secret.imgp", "x");
        File.CreateSymbolicLink(_sandbox.PathOf("file.imgp"), _outside.PathOf("secret.imgp"));
        Directory.CreateSymbolicLink(_sandbox.PathOf("folder"), _outside.Folder);
        Directory.CreateSymbolicLink(_sandbox.PathOf("inner"), "folder");
        Assert.Equal(SourceResolutionStatus.OutsideRoot, Resolve("file.imgp").Status);
        Assert.Equal(SourceResolutionStatus.OutsideRoot, Resolve("folder/secret.imgp").Status);
        Assert.Equal(SourceResolutionStatus.OutsideRoot, Resolve("inner/secret.imgp").Status);
        Assert.Equal(SourceResolutionStatus.OutsideRoot, Resolve("../x.imgp").Status);
    }

    [Fact]
    public void A_root_reached_through_a_link_is_the_same_root()
    {
        _sandbox.Write("a.imgp", "x");
        Directory.CreateSymbolicLink(_outside.PathOf("project"), _sandbox.Folder);
        var files = new ProjectFiles(ProjectRoot.Of(_outside.PathOf("project")));
        Assert.Equal(SourceResolutionStatus.Found, files.Resolve("a.imgp").Status);
    }

    [Fact]
    public void What_is_no_file_is_unreadable_or_missing()
    {
        Directory.CreateDirectory(_sandbox.PathOf("folder.imgp"));
        Assert.Equal(SourceResolutionStatus.NotFound, Resolve("missing.imgp").Status);
        Assert.Equal(SourceResolutionStatus.Unreadable, Resolve("folder.imgp").Status);
    }

    [Fact]
    public void No_more_is_read_than_shows_that_a_file_is_too_large()
    {
        _sandbox.Write("large.imgp", new byte[SourceText.MaxBytes + 1000]);
        Assert.Equal(SourceText.MaxBytes + 1, Resolve("large.imgp").Source!.Length);
    }

    [Fact]
    public void Pipes_and_devices_do_not_stop_the_tool()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (Process process = Process.Start("mkfifo", _sandbox.PathOf("pipe.imgp")))
        {
            process.WaitForExit();
        }

        File.CreateSymbolicLink(_sandbox.PathOf("link.imgp"), "pipe.imgp");
        Assert.Equal("is not a regular file", Resolve("pipe.imgp").Reason);
        Assert.Equal("is not a regular file", Resolve("link.imgp").Reason);
        Assert.Equal(1, _sandbox.Run("fmt", "/dev/zero", "--check").Code);
    }

    private SourceResolution Resolve(string path) => new ProjectFiles(ProjectRoot.Of(_sandbox.Folder)).Resolve(path);
}
