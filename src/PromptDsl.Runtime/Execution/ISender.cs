namespace PromptDsl.Runtime.Execution;

/// <summary>Brings the pictures of a sending that are nowhere yet; its caller has the only right to do so.</summary>
internal interface ISender
{
    /// <summary>Whether the record of the run has pictures that were not there when the run began.</summary>
    bool HasBrought(string request);

    Task<SendingOutcome> SendAsync(Sending sending);
}
