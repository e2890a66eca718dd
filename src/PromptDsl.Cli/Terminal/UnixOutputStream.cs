using System.Runtime.InteropServices;

namespace PromptDsl.Cli.Terminal;

/// <summary>
/// Standard output or error of a Unix process. The stream of <see cref="Console"/> puts the terminal
/// into keypad mode, which a tool that never reads a key should not do, and takes time for it.
/// </summary>
internal sealed unsafe partial class UnixOutputStream(int descriptor) : Stream
{
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;

    // Whoever reads a non-blocking pipe gets this long to catch up before the next attempt.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private bool _isClosed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private static int WouldBlock => OperatingSystem.IsLinux() ? 11 : 35;

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* bytes = buffer)
        {
            int written = 0;
            while (written < buffer.Length && !_isClosed)
            {
                nint count = WriteBytes(descriptor, bytes + written, buffer.Length - written);
                written += (int)Math.Max(count, 0);
                if (count < 0)
                {
                    Handle(Marshal.GetLastPInvokeError());
                }
            }
        }
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Handle(int error)
    {
        if (error == BrokenPipe)
        {
            // `promptc … | head -1`: nobody reads on, and that is no error.
            _isClosed = true;
        }
        else if (error == WouldBlock)
        {
            Thread.Sleep(Pause);
        }
        else if (error != Interrupted)
        {
            throw new IOException($"output cannot be written: {Marshal.GetPInvokeErrorMessage(error)}");
        }
    }

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint WriteBytes(int descriptor, byte* buffer, nint count);
}
