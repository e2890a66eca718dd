namespace PromptDsl.Runtime.Runs;

/// <summary>What the folder of a run is made of.</summary>
internal static class RunFolder
{
    public const string JournalName = "journal.jsonl";
    public const string LockName = "lock";
    public const string PicturesName = "pictures";
}
