namespace PromptDsl;

/// <summary>A way to lay out a prompt document as text.</summary>
public interface IPromptDialect
{
    /// <summary>The name by which it is chosen: <c>prose</c>, <c>labeled</c>, <c>json</c>.</summary>
    string Name { get; }
}
