using PromptDsl.Runtime.Events;

namespace PromptDsl.Cli.Running;

/// <summary>Shows how a run goes, while it goes.</summary>
internal interface IRunDisplay : IProgress<RunEvent>, IDisposable
{
    /// <summary>Leaves the terminal to a question until the next event.</summary>
    void Pause();
}
