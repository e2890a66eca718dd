namespace PromptDsl.Runtime.Verification;

/// <summary>What came of one expectation, as records and events say it.</summary>
/// <param name="Key">The key of <c>expect</c>.</param>
/// <param name="Status">Whether it is met.</param>
/// <param name="Message">What was expected and what was found, as one sentence without its full stop.</param>
public sealed record CheckResult(string Key, CheckStatus Status, string Message);
