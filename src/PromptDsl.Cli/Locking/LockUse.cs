namespace PromptDsl.Cli.Locking;

/// <summary>What a run does with the lock of a project.</summary>
internal enum LockUse
{
    /// <summary>Sends the locked snapshots where there is a lock.</summary>
    Follow,

    /// <summary>As <see cref="Follow"/>, and refuses what is not as it was locked.</summary>
    Require,

    /// <summary>Locks what is there now.</summary>
    Renew,
}
