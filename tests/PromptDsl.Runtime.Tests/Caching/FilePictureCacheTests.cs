using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Caching;

public sealed class FilePictureCacheTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly RunLab _lab = new();

    [Fact]
    public async Task What_was_stored_is_found_by_another_cache_on_the_folder()
    {
        PictureFile picture = await StoreAsync(_lab.NewCache(), Key('a'));

        CacheEntry? found = await FindAsync(_lab.NewCache(), Key('a'));

        Assert.Equal(picture.Sha256, Assert.Single(found!.Pictures).Sha256);
        Assert.Equal(
            await File.ReadAllBytesAsync(picture.Path, Token),
            await File.ReadAllBytesAsync(found.Pictures[0].Path, Token)
        );
        Assert.Equal("resp-1", found.ResponseId);
        Assert.Equal(7, found.Usage?.Output);
        Assert.Null(await FindAsync(_lab.NewCache(), Key('b')));
    }

    [Theory]
    [InlineData("0.png")]
    [InlineData("entry.json")]
    public async Task An_entry_whose_bytes_changed_is_no_entry_and_goes_away(string file)
    {
        await StoreAsync(_lab.NewCache(), Key('a'));
        string path = Path.Combine(EntryOf(Key('a')), file);
        byte[] bytes = await File.ReadAllBytesAsync(path, Token);
        await File.WriteAllBytesAsync(path, [.. bytes[..^3]], Token);

        Assert.Null(await FindAsync(_lab.NewCache(), Key('a')));
        Assert.False(Directory.Exists(EntryOf(Key('a'))));
    }

    [Fact]
    public async Task An_entry_is_used_for_a_day()
    {
        await StoreAsync(_lab.NewCache(), Key('a'));
        _lab.Time.Advance(TimeSpan.FromHours(24));
        Assert.NotNull(await FindAsync(_lab.NewCache(), Key('a')));

        _lab.Time.Advance(TimeSpan.FromTicks(1));

        Assert.Null(await FindAsync(_lab.NewCache(), Key('a')));
    }

    [Fact]
    public async Task Trimming_takes_the_old_and_then_the_oldest_but_nothing_that_is_leased()
    {
        FilePictureCache cache = _lab.NewCache();
        await StoreAsync(cache, Key('a'));
        await StoreAsync(cache, Key('b'));
        _lab.Time.Advance(TimeSpan.FromHours(20));
        await StoreAsync(cache, Key('c'));
        _lab.Time.Advance(TimeSpan.FromHours(1));
        await StoreAsync(cache, Key('d'));
        _lab.Time.Advance(TimeSpan.FromHours(4));

        await using (await _lab.NewCache().LeaseAsync(Key('a'), null, Token))
        {
            await _lab.NewCache(new CacheLimits { MaxBytes = 1 }).TrimAsync(Token);
            Assert.Equal([Key('a')], Entries());
        }

        await cache.TrimAsync(Token);
        Assert.Empty(Entries());
    }

    [Fact]
    public async Task Locks_that_nobody_needs_are_removed_in_time()
    {
        await StoreAsync(_lab.NewCache(), Key('a'));
        string path = Path.Combine(_lab.Folder["cache"], "locks", Key('a'));
        File.SetLastWriteTimeUtc(path, _lab.Time.GetUtcNow().UtcDateTime - TimeSpan.FromDays(3));

        await using (await _lab.NewCache().LeaseAsync(Key('a'), null, Token))
        {
            await _lab.NewCache().TrimAsync(Token);
            Assert.True(File.Exists(path));
        }

        await _lab.NewCache().TrimAsync(Token);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_key_is_leased_to_one_at_a_time_whatever_the_cache_object()
    {
        FilePictureCache[] caches = [_lab.NewCache(), _lab.NewCache(), _lab.NewCache()];
        int inside = 0;
        int most = 0;

        await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(i =>
                    Task.Run(
                        async () =>
                        {
                            await using ICacheLease lease = await caches[i % 3].LeaseAsync(Key('a'), null, Token);
                            most = Math.Max(most, Interlocked.Increment(ref inside));
                            await Task.Yield();
                            Interlocked.Decrement(ref inside);
                        },
                        Token
                    )
                )
        );

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Waiting_for_a_lease_is_told_once_and_can_be_given_up()
    {
        await using ICacheLease held = await _lab.NewCache().LeaseAsync(Key('a'), null, Token);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        int told = 0;

        Task<ICacheLease> waiting = _lab.NewCache()
            .LeaseAsync(
                Key('a'),
                () =>
                {
                    told++;
                    cancel.CancelAfter(TimeSpan.FromMilliseconds(50));
                },
                cancel.Token
            );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task What_cannot_be_stored_leaves_nothing_behind()
    {
        await using ICacheLease lease = await _lab.NewCache().LeaseAsync(Key('a'), null, Token);
        var wrong = new PictureFile(_lab.Folder["missing.png"], new string('0', 64), 3);

        await Assert.ThrowsAsync<FileNotFoundException>(() => lease.StoreAsync(new CacheEntry([wrong]), Token));

        Assert.Equal(["gate", $"locks/{Key('a')}"], _lab.Folder.Files("cache"));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(_lab.Folder["cache"], "tmp")));
    }

    public void Dispose() => _lab.Dispose();

    private static string Key(char digit) => new(digit, 64);

    private string EntryOf(string key) => Path.Combine(_lab.Folder["cache"], "entries", key[..2], key);

    private IEnumerable<string> Entries() =>
        Directory
            .EnumerateDirectories(Path.Combine(_lab.Folder["cache"], "entries"))
            .SelectMany(Directory.EnumerateDirectories)
            .Select(p => Path.GetFileName(p))
            .Order(StringComparer.Ordinal);

    private async Task<PictureFile> StoreAsync(FilePictureCache cache, string key)
    {
        PictureFile picture = await TestPictures.WriteAsync(_lab.Folder.Path, $"{key[0]}.png", TestPictures.Next());
        await using ICacheLease lease = await cache.LeaseAsync(key, null, Token);
        var entry = new CacheEntry([picture])
        {
            ResponseId = "resp-1",
            Usage = new TokenUsage { Output = 7 },
        };
        await lease.StoreAsync(entry, Token);
        return picture;
    }

    private async Task<CacheEntry?> FindAsync(FilePictureCache cache, string key)
    {
        await using ICacheLease lease = await cache.LeaseAsync(key, null, Token);
        return await lease.FindAsync(Directory.CreateDirectory(_lab.Folder[Path.GetRandomFileName()]).FullName, Token);
    }
}
