using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;

namespace PromptDsl.Runtime.Execution;

/// <summary>One sending of the request of a stage.</summary>
/// <param name="Node">The stage.</param>
/// <param name="Inputs">What is sent beside the fields.</param>
/// <param name="Key">What it is called in records.</param>
internal sealed record Sending(RunNode Node, NodeInputs Inputs, SendingKey Key)
{
    public int Ordinal => Key.Ordinal;

    /// <summary>The request as a provider takes it.</summary>
    public ProviderRequest ToRequest(
        string folder,
        Action<PartialPicture>? onPartial = null,
        Action? onAnswered = null
    ) =>
        new()
        {
            Stage = Node.Stage,
            Inputs = Inputs.Pictures,
            Mask = Inputs.Mask,
            PreviousResponseId = Inputs.PreviousResponse,
            Ordinal = Ordinal,
            Folder = folder,
            OnPartial = onPartial,
            OnAnswered = onAnswered,
        };
}
