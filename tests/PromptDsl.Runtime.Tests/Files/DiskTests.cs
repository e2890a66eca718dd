using Microsoft.Win32.SafeHandles;
using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Files;

public sealed class DiskTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Many_files_of_a_real_disk_are_flushed()
    {
        IEnumerable<string> files = Enumerable.Range(0, 50).Select(i => Write($"{i}.txt"));

        await Task.WhenAll(files.Select(Disk.FlushAsync));
    }

    [Fact]
    public Task A_file_that_is_not_there_cannot_be_flushed() =>
        Assert.ThrowsAsync<FileNotFoundException>(() => Disk.FlushAsync(_folder["none"]));

    [Fact]
    public void Files_of_one_folder_are_on_one_file_system()
    {
        using SafeFileHandle one = File.OpenHandle(Write("one"));
        using SafeFileHandle other = File.OpenHandle(Write("other"));

        Assert.Equal(LinuxFileSystem.Find(one), LinuxFileSystem.Find(other));
        Assert.True(LinuxFileSystem.Find(one) is null || LinuxFileSystem.TrySync(one));
    }

    [Fact]
    public void What_no_disk_is_behind_is_not_written_back_as_a_whole()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has such files.");
        using SafeFileHandle process = File.OpenHandle("/proc/self/status");

        Assert.Null(LinuxFileSystem.Find(process));
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string name)
    {
        File.WriteAllText(_folder[name], "text");
        return _folder[name];
    }
}
