using System.Buffers;
using System.Security.Cryptography;

namespace PromptDsl.Runtime.Files;

/// <summary>
/// Writes files that are whole and on disk once they have their name: a reader sees the old content or the new,
/// and so does a machine that lost its power.
/// </summary>
internal static class DurableFile
{
    /// <summary>How names of files end that are not whole yet.</summary>
    public const string TemporaryExtension = ".tmp";

    private const int BufferBytes = 128 * 1024;

    /// <summary>Writes a file, in place of any that is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Ends it; nothing is replaced then.</param>
    /// <param name="writer">
    /// Who writes, of whom there is one at a time: what a kill left of an earlier attempt is written over. Null where
    /// several may write at once.
    /// </param>
    /// <param name="isFlushed">Whether it has to be there after a power cut.</param>
    /// <exception cref="FileWriteException">It cannot be written.</exception>
    public static Task WriteAsync(
        string path,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken,
        string? writer = null,
        bool isFlushed = true
    ) =>
        ReplaceAsync(
            path,
            writer,
            isFlushed,
            stream => stream.WriteAsync(content, cancellationToken).AsTask(),
            cancellationToken
        );

    /// <summary>Copies a file, in place of any that is there.</summary>
    /// <param name="from">The file that is copied.</param>
    /// <param name="to">The copy.</param>
    /// <param name="sha256">The hash of its bytes.</param>
    /// <param name="cancellationToken">Ends it; nothing is replaced then.</param>
    /// <param name="writer">As for <see cref="WriteAsync"/>.</param>
    /// <param name="isFlushed">Whether it has to be there after a power cut.</param>
    /// <returns>Whether the bytes have the hash; if not, nothing was replaced.</returns>
    /// <exception cref="FileWriteException">The copy cannot be written.</exception>
    /// <exception cref="IOException">There is nothing to copy, or it cannot be opened.</exception>
    public static async Task<bool> CopyAsync(
        string from,
        string to,
        string sha256,
        CancellationToken cancellationToken,
        string? writer = null,
        bool isFlushed = true
    )
    {
        string copied = "";
        await using FileStream source = OpenToRead(from);
        return await ReplaceAsync(
            to,
            writer,
            isFlushed,
            async stream => copied = await HashAsync(source, stream, cancellationToken),
            cancellationToken,
            () => copied == sha256
        );
    }

    /// <summary>Removes what a kill left half written in a folder that nobody else works in.</summary>
    public static void RemoveTemporary(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*" + TemporaryExtension, SearchOption.AllDirectories))
        {
            File.Delete(path);
        }
    }

    /// <summary>The SHA-256 of a file in lower-case hexadecimal.</summary>
    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using FileStream source = OpenToRead(path);
        return await HashAsync(source, null, cancellationToken);
    }

    private static FileStream OpenToRead(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);

    private static async Task<string> HashAsync(Stream source, Stream? copy, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                if (copy is not null)
                {
                    await copy.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<bool> ReplaceAsync(
        string path,
        string? writer,
        bool isFlushed,
        Func<FileStream, Task> write,
        CancellationToken cancellationToken,
        Func<bool>? accept = null
    )
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string name = writer is null ? Path.GetRandomFileName() : $"{Path.GetFileName(path)}.{writer}";
        string temporary = Path.Combine(folder, $".{name}{TemporaryExtension}");
        try
        {
            Directory.CreateDirectory(folder);
            await using (
                var stream = new FileStream(
                    temporary,
                    writer is null ? FileMode.CreateNew : FileMode.Create,
                    FileAccess.Write,
                    FileShare.None,
                    bufferSize: 0
                )
            )
            {
                await write(stream);
                if (isFlushed)
                {
                    await Disk.FlushAsync(stream.SafeFileHandle);
                }
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (accept?.Invoke() == false)
            {
                File.Delete(temporary);
                return false;
            }

            File.Move(temporary, path, overwrite: true);
            return true;
        }
        catch (Exception e) when (FileWriteException.IsOfDisk(e))
        {
            Remove(temporary);
            throw FileWriteException.Of(path, e);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (FileWriteException.IsOfDisk(e))
        {
            // What kept it from being written says more.
        }
    }
}
