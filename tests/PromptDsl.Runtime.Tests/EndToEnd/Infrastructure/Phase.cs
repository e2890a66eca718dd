namespace PromptDsl.Runtime.Tests.EndToEnd.Infrastructure;

/// <summary>The ways in which a picture is asked for.</summary>
public enum Phase
{
    Generation,
    Edit,
    StreamedGeneration,
    StreamedEdit,
    Responses,
    StreamedResponses,

    /// <summary>A line of a batch.</summary>
    Batch,

    /// <summary>A batch as it is handed in.</summary>
    HandIn,
}
