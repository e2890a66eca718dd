using PromptDsl.Locking;
using PromptDsl.Targets;
using Xunit;

namespace PromptDsl.Tests.Locking;

public class LockBuilderTests
{
    private const string Fox = "subject: \"a red fox\"\ntechnical { model: \"gpt-image-2\" }\n";

    private const string Coat =
        "subject: \"a fox in a coat\"\nreference coat \"refs/coat.png\" { role: material }\ntechnical { model: \"gpt-image-1\" }\n";

    [Fact]
    public void The_same_project_gives_the_same_text_in_any_order()
    {
        LockedProject project = Project();
        string text = project.Lock();
        Assert.Equal(text, project.Lock(null, "coat.imgp", "fox.imgp"));
        Assert.Equal(text, project.Lock(null, "fox.imgp", "coat.imgp"));
        Assert.Equal(text, LockedProject.Parse(text).ToText());
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_have_their_newest_snapshot_and_pictures_their_bytes()
    {
        LockFile locked = LockedProject.Parse(Project().Lock());
        Assert.Equal(ModelCatalog.BuiltIn.AsOf, locked.Catalog);
        Assert.Equal("gpt-image-2-2026-04-21", locked.Models["gpt-image-2"]);
        Assert.Null(locked.Models["gpt-image-1"]);
        Assert.Equal(["refs/coat.png"], locked.Files["coat.imgp"].Pictures);
        Assert.Equal(
            new LockedPicture("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", 3, null),
            locked.Pictures["refs/coat.png"]
        );
    }

    [Fact]
    public void A_snapshot_that_the_file_names_is_its_own()
    {
        var snapshots = new NewestSnapshots(ModelCatalog.BuiltIn);
        Assert.Equal("gpt-image-2-2026-04-21", snapshots.SnapshotOf("gpt-image-2-2026-04-21"));
        Assert.Null(snapshots.SnapshotOf("no-such-model"));
    }

    [Fact]
    public void All_pictures_of_all_stages_are_locked_and_pictures_of_stages_are_not()
    {
        var project = new LockedProject
        {
            ["a.imgp"] =
                "subject: \"a room\"\n\nstage base\n\nstage light {\n  change: \"add light\"\n  mask: \"mask.png\"\n}\n",
        };
        project.Picture("mask.png", 1);
        LockFile locked = LockedProject.Parse(project.Lock());
        Assert.Equal(["mask.png"], locked.Files["a.imgp"].Pictures);
        Assert.Equal([ModelCatalog.BuiltIn.DefaultModel.Id], locked.Files["a.imgp"].Models);
    }

    [Fact]
    public void Files_that_are_not_compiled_keep_their_entries_while_they_exist()
    {
        LockedProject project = Project();
        LockFile earlier = LockedProject.Parse(project.Lock());
        Assert.Equal(earlier.ToText(), project.Lock(earlier, "fox.imgp"));
        project.Remove("coat.imgp");
        LockFile later = LockedProject.Parse(project.Lock(earlier, "fox.imgp"));
        Assert.Equal(["fox.imgp"], later.Files.Keys);
        Assert.Equal(["gpt-image-2"], later.Models.Keys);
        Assert.Empty(later.Pictures);
    }

    [Fact]
    public void A_file_that_sends_nothing_loses_its_entry()
    {
        LockedProject project = Project();
        LockFile earlier = LockedProject.Parse(project.Lock());
        project["fox.imgp"] = "define color red #FF0000\n";
        Assert.Equal(["coat.imgp"], LockedProject.Parse(project.Lock(earlier)).Files.Keys);
    }

    [Fact]
    public void A_picture_that_cannot_be_had_cannot_be_locked()
    {
        LockedProject project = Project();
        Assert.Equal(
            "`refs/coat.png` cannot be locked: it is a folder",
            Problem(project.Unreadable("refs/coat.png", "it is a folder"))
        );
        project.Remove("refs/coat.png");
        Assert.Equal("`refs/coat.png` does not exist and cannot be locked", Problem(project));
    }

    private static string Problem(LockedProject project) =>
        new LockBuilder(null, ModelCatalog.BuiltIn, project).Add(project.Compile("coat.imgp")).Single().Message;

    private static LockedProject Project() =>
        new LockedProject { ["fox.imgp"] = Fox, ["coat.imgp"] = Coat }.Picture("refs/coat.png", 1, 2, 3);
}
