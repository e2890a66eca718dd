using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Terminal;
using PromptDsl.Runtime.Events;

namespace PromptDsl.Cli.Running;

/// <summary>Keeps the tree of a run at the foot of a terminal.</summary>
internal sealed class LiveDisplay : IRunDisplay
{
    private const int LeastRoom = 3;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(120);

    private readonly Lock _lock = new();
    private readonly CommandContext _context;
    private readonly TimeProvider _time;
    private readonly LiveRegion _region;
    private readonly RunTree _tree;
    private readonly ITimer _timer;
    private bool _isPaused = true;

    public LiveDisplay(CommandContext context, TimeProvider time)
    {
        _context = context;
        _time = time;
        _region = new LiveRegion(context.Host);
        _tree = new RunTree(context.ErrorPaint);
        _timer = time.CreateTimer(_ => Draw(), null, Interval, Interval);
    }

    public void Report(RunEvent value)
    {
        lock (_lock)
        {
            _tree.Apply(value);
            _isPaused = false;
        }
    }

    public void Pause()
    {
        lock (_lock)
        {
            _isPaused = true;
            _region.Clear();
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _isPaused = true;
            if (_tree.HasBegun)
            {
                // What stays on the screen is how everything ended.
                _region.Draw(_tree.RenderEnd(_time.GetUtcNow()));
            }
        }
    }

    private void Draw()
    {
        lock (_lock)
        {
            if (_isPaused)
            {
                return;
            }

            try
            {
                // The cursor stands below the last line.
                int room = Math.Max(LeastRoom, _context.Host.TerminalSize.Height - 1);
                _region.Draw(_tree.Render(_time.GetUtcNow(), room));
            }
            catch (IOException)
            {
                // The terminal is gone, and the run goes on without it.
                _isPaused = true;
            }
        }
    }
}
