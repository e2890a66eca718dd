using System.Text;
using PromptDsl.Cli.Output;
using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Output;

public sealed class OutputFolderTests : IDisposable
{
    private readonly Sandbox _sandbox = new(isRepository: false);

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Files_are_written_with_a_manifest()
    {
        Write("prompt.txt", "x/prompt.txt");
        Assert.Equal(["out/manifest.json", "out/prompt.txt", "out/x/prompt.txt"], _sandbox.Files());
        Assert.True(Compare("prompt.txt", "x/prompt.txt").IsCurrent);
    }

    [Fact]
    public void Leftovers_of_earlier_builds_disappear_with_their_folders()
    {
        Write("old.prompt.txt", "x/prompt.txt", "same.txt");
        Assert.Equal(["old.prompt.txt", "x/prompt.txt"], Compare("new.prompt.txt", "same.txt").Extra);
        Write("new.prompt.txt", "same.txt");
        Assert.Equal(["out/manifest.json", "out/new.prompt.txt", "out/same.txt"], _sandbox.Files());
        Assert.False(_sandbox.Exists("out/x"));
    }

    [Fact]
    public void A_source_that_compiles_to_nothing_any_more_has_no_folder()
    {
        Write("a.txt");
        Assert.Equal(["a.txt", "manifest.json"], Folder().Compare([]).Extra);
        Folder().Write([]);
        Assert.Empty(Directory.GetFileSystemEntries(_sandbox.Folder));
    }

    [Fact]
    public void What_others_put_there_stays()
    {
        Write("a.txt", "x/b.txt");
        _sandbox.Write("out/notes.md", "mine");
        _sandbox.Write("out/x/picture.png", "mine");
        _sandbox.Write("out/deep/er/y.txt", "mine");
        Write("c.txt");
        Assert.Equal(
            ["out/c.txt", "out/deep/er/y.txt", "out/manifest.json", "out/notes.md", "out/x/picture.png"],
            _sandbox.Files()
        );
    }

    [Fact]
    public void A_leftover_that_a_person_changed_is_kept_and_named()
    {
        Write("a.txt", "b.txt");
        _sandbox.Write("out/b.txt", "edited");
        Assert.Equal(["b.txt"], Write("a.txt"));
        Assert.Equal("edited", _sandbox.Read("out/b.txt"));
    }

    [Fact]
    public void A_file_that_promptc_did_not_write_is_foreign_unless_it_says_the_same()
    {
        _sandbox.Write("out/a.txt", "other");
        _sandbox.Write("out/b.txt", "b.txt");
        OutputState state = Compare("a.txt", "b.txt");
        Assert.Equal(["a.txt"], state.Foreign);
        Assert.Equal(["manifest.json"], state.Missing);
    }

    [Fact]
    public void A_changed_file_of_ours_is_changed()
    {
        Write("a.txt");
        _sandbox.Write("out/a.txt", "edited");
        Assert.Equal(["a.txt"], Compare("a.txt").Changed);
    }

    [Fact]
    public void A_broken_manifest_claims_nothing()
    {
        Write("a.txt");
        foreach (string broken in new[] { "", "[]", "{\"files\":3}", "{\"files\":{\"a\":1}}" })
        {
            _sandbox.Write("out/manifest.json", broken);
            _sandbox.Write("out/a.txt", "edited");
            Assert.Equal(["a.txt"], Compare("a.txt").Foreign);
        }
    }

    /// <summary>Every state that an interruption can leave; the new content must win or the old come back.</summary>
    [Fact]
    public void An_interrupted_run_is_finished_or_undone()
    {
        // Half written beside the folder.
        Write("a.txt");
        _sandbox.Write("out/notes.md", "mine");
        WriteTo(".out.promptc-new", "b.txt", "c.txt");
        File.Delete(_sandbox.PathOf(".out.promptc-new/c.txt"));
        Folder().Recover();
        Assert.Equal(["out/a.txt", "out/manifest.json", "out/notes.md"], _sandbox.Files());

        // Swapped, the old content not yet cleared away.
        Directory.Move(_sandbox.PathOf("out"), _sandbox.PathOf(".out.promptc-new"));
        WriteTo("out", "b.txt");
        Folder().Recover();
        Assert.Equal(["out/b.txt", "out/manifest.json", "out/notes.md"], _sandbox.Files());

        // Between the two renames of a system that cannot swap.
        Directory.Move(_sandbox.PathOf("out"), _sandbox.PathOf(".out.promptc-old"));
        WriteTo(".out.promptc-new", "c.txt");
        Folder().Recover();
        Assert.Equal(["out/b.txt", "out/manifest.json", "out/notes.md"], _sandbox.Files());
        Assert.Equal(["out"], Directory.GetFileSystemEntries(_sandbox.Folder).Select(Path.GetFileName));
    }

    private OutputFolder Folder() => new(_sandbox.PathOf("out"));

    private OutputState Compare(params string[] paths) => Folder().Compare(Plan(paths));

    private List<string> Write(params string[] paths) => Folder().Write(Plan(paths));

    private void WriteTo(string folder, params string[] paths)
    {
        foreach (OutputFile file in Plan(paths))
        {
            _sandbox.Write($"{folder}/{file.Path}", file.Content.ToArray());
        }
    }

    private static List<OutputFile> Plan(string[] paths)
    {
        List<OutputFile> files = [.. paths.Select(p => new OutputFile(p, Encoding.UTF8.GetBytes(p)))];
        files.Add(OutputManifest.Create("a.imgp", files));
        return files;
    }
}
