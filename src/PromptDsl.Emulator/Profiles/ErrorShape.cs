namespace PromptDsl.Emulator.Profiles;

/// <summary>How a server writes its errors.</summary>
internal enum ErrorShape
{
    /// <summary><c>{"error":{"message":…,"type":…,"param":…,"code":…}}</c></summary>
    Object,

    /// <summary><c>{"error":"…"}</c></summary>
    Text,

    /// <summary><c>{"detail":…}</c>, as FastAPI writes it; 422 for what is not valid.</summary>
    Detail,
}
