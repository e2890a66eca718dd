using System.Text.Json;

namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>Reads <c>usage</c>, which the Images and the Responses API write alike.</summary>
internal static class UsageReader
{
    /// <summary>The tokens, or null when nothing is counted.</summary>
    public static TokenUsage? Read(JsonElement owner)
    {
        if (owner.Find("usage") is not { } usage)
        {
            return null;
        }

        JsonElement? input = usage.Find("input_tokens_details");
        JsonElement? output = usage.Find("output_tokens_details");
        var tokens = new TokenUsage
        {
            Input = usage.FindNumber("input_tokens"),
            TextInput = input?.FindNumber("text_tokens"),
            ImageInput = input?.FindNumber("image_tokens"),
            CachedInput = input?.FindNumber("cached_tokens"),
            Output = usage.FindNumber("output_tokens"),
            TextOutput = output?.FindNumber("text_tokens"),
            ImageOutput = output?.FindNumber("image_tokens"),
        };
        return tokens == new TokenUsage() ? null : tokens;
    }
}
