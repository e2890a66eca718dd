using PromptDsl.Runtime.Events;

namespace PromptDsl.Cli.Running;

/// <summary>Writes each event as a line of JSON, at once.</summary>
internal sealed class JsonDisplay(TextWriter output) : IRunDisplay
{
    private readonly Lock _lock = new();

    public void Report(RunEvent value)
    {
        lock (_lock)
        {
            output.WriteLine(RunEventJson.Write(value));
            output.Flush();
        }
    }

    public void Pause() { }

    public void Dispose() { }
}
