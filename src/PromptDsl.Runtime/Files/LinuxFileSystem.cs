using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PromptDsl.Runtime.Files;

/// <summary>
/// A file system of Linux that can be told to write everything it holds back. A file of it takes milliseconds to reach
/// the disk, and so do a hundred together.
/// </summary>
/// <param name="Kind">What <c>f_type</c> of <c>statfs(2)</c> says.</param>
/// <param name="Id">What <c>f_fsid</c> says, which tells two of a kind apart.</param>
internal sealed partial record LinuxFileSystem(ulong Kind, ulong Id)
{
    // The fields of `struct statfs` are words of 64 bits: kind, block size, five counts, then the id.
    private const int IdOffset = 7 * sizeof(ulong);
    private const int StatusBytes = 256;

    /// <summary>Before it <c>syncfs(2)</c> did not say that data could not be written back.</summary>
    private static readonly Version FirstWithErrors = new(5, 8);

    /// <summary>Those whose <c>syncfs(2)</c> waits for the disk. One that another machine or program keeps may not.</summary>
    private static readonly HashSet<ulong> Known =
    [
        0xEF53, // ext2, ext3, ext4
        0x58465342, // XFS
        0x9123683E, // Btrfs
        0xF2F52010, // F2FS
        0x2FC12FC1, // ZFS
        0x794C7630, // overlay, as in containers
        0x01021994, // tmpfs
    ];

    /// <summary>The file system of a file; null where it cannot be told to write back everything.</summary>
    public static LinuxFileSystem? Find(SafeFileHandle file)
    {
        if (
            !OperatingSystem.IsLinux()
            || Environment.OSVersion.Version < FirstWithErrors
            || RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64)
        )
        {
            return null;
        }

        Span<byte> status = stackalloc byte[StatusBytes];
        if (ReadStatus(file, ref MemoryMarshal.GetReference(status)) != 0)
        {
            return null;
        }

        ulong kind = BinaryPrimitives.ReadUInt64LittleEndian(status);
        ulong id = BinaryPrimitives.ReadUInt64LittleEndian(status[IdOffset..]);
        return Known.Contains(kind) ? new LinuxFileSystem(kind, id) : null;
    }

    /// <summary>Writes back everything on the file system of a file, and waits until the disk has it.</summary>
    /// <returns>Whether it could be done.</returns>
    public static bool TrySync(SafeFileHandle file) => Sync(file) == 0;

    [LibraryImport("libc", EntryPoint = "fstatfs")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ReadStatus(SafeFileHandle file, ref byte status);

    [LibraryImport("libc", EntryPoint = "syncfs")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(SafeFileHandle file);
}
