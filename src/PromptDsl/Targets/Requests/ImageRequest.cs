using System.Collections.Immutable;

namespace PromptDsl.Targets.Requests;

/// <summary>
/// The request that a stage sends. Bytes and ids that are known only at run time are references to
/// files and stages.
/// </summary>
public sealed record ImageRequest
{
    /// <summary>The path of the endpoint, such as <c>/v1/images/edits</c>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>How the body is laid out.</summary>
    public required RequestEncoding Encoding { get; init; }

    /// <summary>The id of the image model that the request names.</summary>
    public required string Model { get; init; }

    /// <summary>The fields in the order in which they are sent; without the parts of a multipart body.</summary>
    public required ImmutableArray<RequestField> Fields { get; init; }

    /// <summary>The input images in the order in which they are sent.</summary>
    public required ImmutableArray<RequestPart> Inputs { get; init; }

    /// <summary>The mask of an edit.</summary>
    public MaskPart? Mask { get; init; }

    /// <summary>The stage whose response id is sent as <c>previous_response_id</c>.</summary>
    public string? PreviousResponse { get; init; }

    /// <summary>How many pictures one sending gives.</summary>
    public required int Count { get; init; }

    /// <summary>How often the request is sent, where the endpoint gives one picture at a time.</summary>
    public required int Repeat { get; init; }

    /// <summary>How the size came about.</summary>
    public required SizeDecision Size { get; init; }

    /// <summary>Facts that a caller may report.</summary>
    public required ImmutableArray<RequestNote> Notes { get; init; }

    /// <summary>The language model that holds the conversation, or null for the Images API.</summary>
    public string? ConversationModel => IsConversation ? TextOf(Fields, "model") : null;

    /// <summary>A text among the parameters of the picture, wherever the endpoint has them; null when it is not sent.</summary>
    public string? FindText(string parameter) => TextOf(PictureFields, parameter);

    /// <summary>A number among the parameters of the picture, wherever the endpoint has them; null when it is not sent.</summary>
    public int? FindNumber(string parameter) => (ValueOf(PictureFields, parameter) as RequestValue.Number)?.Value;

    /// <summary>
    /// The request as indented JSON with LF line ends, the same bytes for the same request. In it a key
    /// that begins with <c>$</c> stands for the data URL of a file or of the picture of a stage.
    /// </summary>
    public string ToJson() => RequestJson.Write(this);

    private bool IsConversation => Endpoint == "/v1/responses";

    private ImmutableArray<RequestField> PictureFields =>
        IsConversation && ValueOf(Fields, "tools") is RequestValue.List { Items: [RequestValue.Group tool] }
            ? tool.Fields
            : Fields;

    private static string? TextOf(ImmutableArray<RequestField> fields, string name) =>
        (ValueOf(fields, name) as RequestValue.Text)?.Value;

    private static RequestValue? ValueOf(ImmutableArray<RequestField> fields, string name) =>
        fields.FirstOrDefault(f => f.Name == name)?.Value;
}
