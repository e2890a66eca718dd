namespace PromptDsl.Runtime.Runs;

/// <summary>What the folder of a run is made of.</summary>
internal static class RunFolder
{
    public const string JournalName = "journal.jsonl";
    public const string LockName = "lock";
    public const string PicturesName = "pictures";

    /// <summary>
    /// The records of pictures, under the paths of the pictures in the output folder: what answered one request can
    /// be the picture of several stages.
    /// </summary>
    public const string RecordsName = "records";
}
