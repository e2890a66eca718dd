namespace PromptDsl.Runtime.Runs;

/// <summary>
/// Appends to the journal of a run. A record is on disk when its task ends; those that come while the disk is busy
/// are written together.
/// </summary>
internal sealed class RunJournal : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private readonly TimeProvider _time;
    private MemoryStream _pending = new();
    private TaskCompletionSource _written = NewWritten();
    private Task _writer = Task.CompletedTask;
    private Exception? _failure;
    private bool _isWriting;

    private RunJournal(FileStream file, TimeProvider time, JournalState state)
    {
        _file = file;
        _time = time;
        State = state;
    }

    /// <summary>What the journal says, with everything appended to it.</summary>
    public JournalState State { get; }

    /// <summary>Begins a journal.</summary>
    public static RunJournal Create(string path, TimeProvider time) =>
        new(Open(path, FileMode.CreateNew), time, new JournalState());

    /// <summary>Goes on with a journal; what a kill left behind its last whole line is cut off.</summary>
    /// <exception cref="Execution.RunException">There is none, or it is damaged.</exception>
    public static RunJournal Continue(string path, string runId, TimeProvider time)
    {
        (var records, long length) = JournalReader.Read(path, runId);
        FileStream file = Open(path, FileMode.Open);
        file.SetLength(length);
        file.Seek(0, SeekOrigin.End);
        return new RunJournal(file, time, JournalState.Read(records));
    }

    /// <summary>Appends a record.</summary>
    /// <exception cref="IOException">This or an earlier record could not be written.</exception>
    public Task AppendAsync(JournalRecord record)
    {
        JournalRecord timed = record with { Time = _time.GetUtcNow() };
        byte[] line = JournalJson.Write(timed);
        lock (_lock)
        {
            if (_failure is not null)
            {
                return Task.FromException(_failure);
            }

            State.Add(timed);
            _pending.Write(line);
            Task written = _written.Task;
            if (!_isWriting)
            {
                _isWriting = true;
                _writer = Task.Run(WriteAsync);
            }

            return written;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writer;
        await _file.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            MemoryStream lines;
            TaskCompletionSource written;
            lock (_lock)
            {
                if (_pending.Length == 0)
                {
                    _isWriting = false;
                    return;
                }

                (lines, _pending) = (_pending, new MemoryStream());
                (written, _written) = (_written, NewWritten());
            }

            try
            {
                await _file.WriteAsync(lines.GetBuffer().AsMemory(0, (int)lines.Length));
                _file.Flush(flushToDisk: true);
                written.SetResult();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Fail(written, e);
                return;
            }
        }
    }

    /// <summary>After a line that may be torn nothing can follow.</summary>
    private void Fail(TaskCompletionSource written, Exception failure)
    {
        lock (_lock)
        {
            _failure = failure;
            _written.TrySetException(failure);
        }

        written.SetException(failure);
    }

    private static FileStream Open(string path, FileMode mode) =>
        new(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0, useAsync: true);

    private static TaskCompletionSource NewWritten() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
