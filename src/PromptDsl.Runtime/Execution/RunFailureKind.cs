namespace PromptDsl.Runtime.Execution;

/// <summary>Why a stage has no picture, or none to build on.</summary>
public enum RunFailureKind
{
    /// <summary>The provider failed; <see cref="RunFailure.Provider"/> says how.</summary>
    Provider,

    /// <summary>Moderation refused it.</summary>
    Moderation,

    /// <summary>The request does not fit the budget any more.</summary>
    Budget,

    /// <summary>An input picture is missing or cannot be read.</summary>
    Input,

    /// <summary>Earlier requests may have been carried out without their pictures arriving, and it is not sent again.</summary>
    OutcomeUnknown,

    /// <summary>The run begins at a later stage, and this one has no picture to begin from.</summary>
    NothingToBeginFrom,

    /// <summary>The variant that goes on is not among the pictures that came.</summary>
    Pick,

    /// <summary>The picture does not satisfy what the file expects.</summary>
    Expectation,

    /// <summary>The request cannot go into a batch.</summary>
    Batch,

    /// <summary>A file cannot be written: there is no space or no permission, or something else stands there.</summary>
    Storage,
}
