using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PromptDsl.Targets;

/// <summary>
/// A value with the text it was read in. The default is the unknown fact: one that no source was seen
/// to state, which is shown as unknown and never guessed.
/// </summary>
public readonly struct Fact<T>
{
    private readonly T _value;

    /// <summary>Makes a known fact.</summary>
    public Fact(T value, FactSource source, Confidence confidence)
    {
        _value = value;
        Source = source;
        Confidence = confidence;
    }

    /// <summary>Whether a source states the value.</summary>
    [MemberNotNullWhen(true, nameof(Source), nameof(Confidence))]
    public bool IsKnown => Source is not null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The fact is unknown.</exception>
    public T Value => IsKnown ? _value : throw new InvalidOperationException("The fact is unknown.");

    /// <summary>Where the value was read; null when it is unknown.</summary>
    public FactSource? Source { get; }

    /// <summary>How far the source can be relied on; null when the value is unknown.</summary>
    public Confidence? Confidence { get; }

    /// <summary>Gives the value if it is known.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsKnown;
    }

    /// <summary>This fact when it is known, else the other.</summary>
    public Fact<T> Or(Fact<T> other) => IsKnown ? this : other;

    public override string ToString() =>
        IsKnown ? string.Create(CultureInfo.InvariantCulture, $"{_value} ({Source.Id}, {Confidence})") : "unknown";
}
