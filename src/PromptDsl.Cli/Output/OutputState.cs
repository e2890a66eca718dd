namespace PromptDsl.Cli.Output;

/// <summary>How a folder differs from what it should hold; paths are relative to it.</summary>
/// <param name="Missing">Files that are not there.</param>
/// <param name="Changed">Files with another content.</param>
/// <param name="Extra">Files that promptc wrote earlier and that no stage makes any more.</param>
/// <param name="Foreign">Files of others that stand where one is to be written.</param>
internal sealed record OutputState(List<string> Missing, List<string> Changed, List<string> Extra, List<string> Foreign)
{
    public bool IsCurrent => Missing.Count + Changed.Count + Extra.Count + Foreign.Count == 0;
}
