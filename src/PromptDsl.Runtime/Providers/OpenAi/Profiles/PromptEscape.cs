namespace PromptDsl.Runtime.Providers.OpenAi.Profiles;

/// <summary>A text that a server does not take as a part of the prompt, and what is sent in its place.</summary>
public sealed record PromptEscape(string Text, string Replacement);
