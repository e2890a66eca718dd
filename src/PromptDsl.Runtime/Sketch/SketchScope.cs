namespace PromptDsl.Runtime.Sketch;

/// <summary>
/// Says what is declared for the requests that are sent within it, so that the requests themselves are
/// those that a paid provider would get.
/// </summary>
public sealed class SketchScope : IDisposable
{
    private static readonly AsyncLocal<SketchOrder?> Current = new();

    private readonly SketchOrder? _outer;

    private SketchScope(SketchOrder? outer) => _outer = outer;

    /// <summary>The order of the innermost scope, or null outside of any.</summary>
    internal static SketchOrder? Order => Current.Value;

    /// <summary>
    /// Begins a scope, for this flow of control and what it starts. The stage and the variation of the order
    /// count; its size, pictures and transparency come from each request.
    /// </summary>
    public static SketchScope Enter(SketchOrder order)
    {
        var scope = new SketchScope(Current.Value);
        Current.Value = order;
        return scope;
    }

    public void Dispose() => Current.Value = _outer;
}
