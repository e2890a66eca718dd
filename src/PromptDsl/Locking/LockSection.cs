namespace PromptDsl.Locking;

/// <summary>The parts of a lock file.</summary>
internal enum LockSection
{
    Catalog,
    Models,
    Files,
    Pictures,
}
