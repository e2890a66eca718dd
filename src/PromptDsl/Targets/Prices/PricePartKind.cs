using System.Text.Json.Serialization;

namespace PromptDsl.Targets.Prices;

/// <summary>What a part of a price is paid for.</summary>
public enum PricePartKind
{
    /// <summary>The prompt.</summary>
    [JsonStringEnumMemberName("text-input")]
    TextInput,

    /// <summary>Pictures that are sent along.</summary>
    [JsonStringEnumMemberName("image-input")]
    ImageInput,

    /// <summary>The mask of an edit.</summary>
    [JsonStringEnumMemberName("mask")]
    Mask,

    /// <summary>The pictures that come back.</summary>
    [JsonStringEnumMemberName("output")]
    Output,

    /// <summary>The unfinished pictures that are streamed before.</summary>
    [JsonStringEnumMemberName("partial-images")]
    PartialImages,

    /// <summary>The language model that holds the conversation.</summary>
    [JsonStringEnumMemberName("conversation")]
    Conversation,
}
