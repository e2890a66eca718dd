namespace PromptDsl.Planning;

/// <summary>A text that should be a plan is none.</summary>
/// <param name="message">What is wrong with it, without a final period.</param>
public sealed class PlanFormatException(string message, Exception? cause = null) : Exception(message, cause);
