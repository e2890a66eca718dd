using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Requirements;

/// <summary>
/// Values by a key and by where they stand, to find what a prohibition covers: everything for one about the
/// picture, else what stands directly in its area, or belongs to its thing.
/// </summary>
internal sealed class ScopeLookup<TKey, TValue>
    where TKey : notnull
{
    private static readonly object Everywhere = new();

    private readonly Dictionary<object, Dictionary<TKey, List<TValue>>> _scopes = new(
        ReferenceEqualityComparer.Instance
    );

    /// <summary>The values of a key that a scope covers, in the order in which they were added.</summary>
    public IReadOnlyList<TValue> this[PassageScope scope, TKey key] =>
        _scopes.TryGetValue((object?)scope.Thing ?? scope.Area ?? Everywhere, out var values)
        && values.TryGetValue(key, out List<TValue>? found)
            ? found
            : [];

    /// <summary>Adds a value that stands in an area, or in the picture itself, and belongs to a thing or to none.</summary>
    public void Add(TKey key, TValue value, AreaContent? area = null, Thing? thing = null)
    {
        foreach (object scope in new object?[] { Everywhere, area, thing }.OfType<object>())
        {
            if (!_scopes.TryGetValue(scope, out Dictionary<TKey, List<TValue>>? values))
            {
                _scopes.Add(scope, values = []);
            }

            if (!values.TryGetValue(key, out List<TValue>? found))
            {
                values.Add(key, found = []);
            }

            found.Add(value);
        }
    }
}
