using PromptDsl.Runtime.Files;

namespace PromptDsl.Runtime.Runs;

/// <summary>
/// Appends to the journal of a run. A record survives a kill of the process as soon as it is appended, and a power cut
/// once its task has ended; those that come while the disk is busy are flushed together.
/// </summary>
internal sealed class RunJournal : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private readonly TimeProvider _time;
    private FileWriteException? _failure;

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

    /// <summary>Appends a record that nothing depends on.</summary>
    /// <exception cref="FileWriteException">This or an earlier record could not be written.</exception>
    public void Append(JournalRecord record)
    {
        JournalRecord timed = record with { Time = _time.GetUtcNow() };
        byte[] line = JournalJson.Write(timed);
        lock (_lock)
        {
            if (_failure is not null)
            {
                throw _failure;
            }

            try
            {
                _file.Write(line);
            }
            catch (Exception e) when (FileWriteException.IsOfDisk(e))
            {
                // After a line that may be torn nothing can follow.
                throw _failure = FileWriteException.Of(_file.Name, e);
            }

            State.Add(timed);
        }
    }

    /// <summary>Appends a record at once; the task ends when it is on disk.</summary>
    /// <exception cref="FileWriteException">This or an earlier record could not be written.</exception>
    public Task AppendAsync(JournalRecord record)
    {
        Append(record);
        return FlushAsync();
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private async Task FlushAsync()
    {
        try
        {
            await Disk.FlushAsync(_file.SafeFileHandle);
        }
        catch (Exception e) when (FileWriteException.IsOfDisk(e))
        {
            lock (_lock)
            {
                throw _failure ??= FileWriteException.Of(_file.Name, e);
            }
        }
    }

    private static FileStream Open(string path, FileMode mode)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception e) when (FileWriteException.IsOfDisk(e))
        {
            throw FileWriteException.Of(path, e);
        }
    }
}
