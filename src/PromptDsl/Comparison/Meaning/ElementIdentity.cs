namespace PromptDsl.Comparison.Meaning;

/// <summary>What makes an element of one version the same as one of the other.</summary>
internal enum ElementIdentity
{
    /// <summary>There is one of its kind.</summary>
    Only,

    /// <summary>Its name; without one, or under another name, what is said about it.</summary>
    Name,

    /// <summary>What is said, and nothing less.</summary>
    Content,

    /// <summary>What is said, else its place among the others: the order has a meaning.</summary>
    Order,
}
