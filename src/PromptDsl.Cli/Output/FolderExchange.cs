using System.Runtime.InteropServices;

namespace PromptDsl.Cli.Output;

/// <summary>Swaps two folders in one step where the system can.</summary>
internal static partial class FolderExchange
{
    private const int CurrentFolder = -100;
    private const uint Swap = 2;

    /// <summary>Swaps two folders.</summary>
    /// <returns>Whether the two were swapped; when not, neither was touched.</returns>
    public static bool TrySwap(string one, string other)
    {
        try
        {
            return OperatingSystem.IsLinux()
                ? RenameLinux(CurrentFolder, one, CurrentFolder, other, Swap) == 0
                : OperatingSystem.IsMacOS() && RenameMac(one, other, Swap) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            // An older or smaller C library.
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameLinux(int fromFolder, string from, int toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameMac(string from, string to, uint flags);
}
