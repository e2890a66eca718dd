namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>A connection that broke, or fell silent, while a response was being read; the message is one sentence.</summary>
internal sealed class LostAnswerException(string message, Exception inner) : Exception(message, inner);
