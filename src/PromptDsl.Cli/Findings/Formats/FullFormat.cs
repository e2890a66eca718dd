using PromptDsl.Cli.Terminal;

namespace PromptDsl.Cli.Findings.Formats;

/// <summary>For people: each finding with the source it is about.</summary>
internal sealed class FullFormat(Paint paint) : IFindingsFormat
{
    public void Write(IReadOnlyList<Finding> findings, TextWriter output)
    {
        var renderer = new FrameRenderer(output, paint);
        foreach (Finding finding in findings)
        {
            renderer.Render(Frame.Of(finding));
            output.WriteLine();
        }
    }
}
