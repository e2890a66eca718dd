namespace PromptDsl.Targets.Requests;

/// <summary>What a prompt asks for.</summary>
public enum RequestAction
{
    /// <summary>A new picture; input images are references.</summary>
    Generate,

    /// <summary>A change to a picture that is an input or that an earlier response holds.</summary>
    Edit,
}
