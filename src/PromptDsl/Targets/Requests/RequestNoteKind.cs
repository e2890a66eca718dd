namespace PromptDsl.Targets.Requests;

/// <summary>What a <see cref="RequestNote"/> says.</summary>
public enum RequestNoteKind
{
    /// <summary>The catalog does not have the model, so nothing could be chosen or left out for it.</summary>
    UnknownModel,

    /// <summary>The endpoint has no place for a parameter that was asked for; it is not sent.</summary>
    ParameterNotSent,

    /// <summary>
    /// The parameter is documented for the JSON form of edits alone, so that form is used. Its images are
    /// data URLs of at most 20,971,520 characters each.
    /// </summary>
    JsonFormNeeded,

    /// <summary>An input image or a mask is in a format that the API does not take.</summary>
    UnsupportedInputFormat,
}
