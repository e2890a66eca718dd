using System.Text.Json.Serialization;

namespace PromptDsl.Runtime.Verification;

/// <summary>What came of one expectation, as records and events say it.</summary>
/// <param name="Key">The key of <c>expect</c>.</param>
/// <param name="Status">Whether it is met.</param>
/// <param name="Message">What was expected and what was found, or why it cannot be told, as a clause.</param>
public sealed record CheckResult(string Key, CheckStatus Status, string Message)
{
    /// <summary>The message for somebody who does not see the status; what is not checked says so.</summary>
    [JsonIgnore]
    public string Sentence => Status == CheckStatus.NotChecked ? $"not checked, as {Message}" : Message;
}
