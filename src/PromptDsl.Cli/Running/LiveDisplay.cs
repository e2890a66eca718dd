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
    private readonly InlinePictures? _pictures;
    private readonly ITimer _timer;
    private Task _previews = Task.CompletedTask;
    private bool _isPaused = true;

    public LiveDisplay(CommandContext context, TimeProvider time)
    {
        _context = context;
        _time = time;
        _region = new LiveRegion(context.Host);
        _tree = new RunTree(context.ErrorPaint);
        _pictures = InlinePictures.Find(context.Host);
        _timer = time.CreateTimer(_ => Draw(), null, Interval, Interval);
    }

    public void Report(RunEvent value)
    {
        lock (_lock)
        {
            _tree.Apply(value);
            _isPaused = false;
            if (value is NodePartial partial)
            {
                // Decoding takes a while, and whoever reports is reading an answer.
                _previews = _previews.ContinueWith(_ => Show(partial), TaskScheduler.Default);
            }
        }
    }

    public void Pause()
    {
        lock (_lock)
        {
            _isPaused = true;
            Try(_region.Clear);
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _previews.Wait();
        lock (_lock)
        {
            _isPaused = true;
            if (_tree.HasBegun)
            {
                // What stays on the screen is how everything ended.
                Try(() => _region.Draw(_tree.RenderEnd(_time.GetUtcNow())));
            }
        }
    }

    /// <summary>Puts a preview above the tree: itself where the terminal shows pictures, and where it is.</summary>
    private void Show(NodePartial partial)
    {
        string caption = SafeText.Escape(RunText.Of(partial, _context.DisplayPath(partial.Path)));
        string text = $"{_context.ErrorPaint.Dim(caption)}\n{_pictures?.Render(partial.Path)}";
        lock (_lock)
        {
            Try(() => _region.Print(text));
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

            // The cursor stands below the last line.
            int room = Math.Max(LeastRoom, _context.Host.TerminalSize.Height - 1);
            Try(() => _region.Draw(_tree.Render(_time.GetUtcNow(), room)));
        }
    }

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
            // The terminal is gone, and the run goes on without it.
        }
    }
}
