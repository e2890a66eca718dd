using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using PromptDsl.Cli.CommandLine;

namespace PromptDsl.Cli.Terminal;

/// <summary>Standard input of a Unix process.</summary>
internal static partial class UnixStandardInput
{
    private const int Descriptor = 0;
    private const int GetDescriptorFlags = 1;
    private const int CloseOnExec = 1;

    /// <summary>What the process was started with.</summary>
    /// <exception cref="UsageException">It was started without standard input.</exception>
    public static FileStream Open() =>
        IsInherited()
            ? new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Read, bufferSize: 0)
            : throw new UsageException("standard input is closed", "Name a file, or give the text by `< FILE`.");

    /// <summary>
    /// Where descriptor 0 is closed at the start, the runtime opens a pipe of its own under that number, and
    /// reading it never ends. What the runtime opens closes on exec; what came through an exec does not.
    /// </summary>
    private static bool IsInherited() =>
        ControlDescriptor(Descriptor, GetDescriptorFlags) is >= 0 and var flags && (flags & CloseOnExec) == 0;

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ControlDescriptor(int descriptor, int command);
}
