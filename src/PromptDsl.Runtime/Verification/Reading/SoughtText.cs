using System.Collections.Immutable;

namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>A text while it is looked for, reading by reading.</summary>
internal sealed class SoughtText
{
    private readonly string _text;
    private readonly string _folded;
    private readonly ImmutableArray<TextScript> _scripts = [];
    private int _distance = int.MaxValue;

    /// <summary>A text that no reading has been asked for yet.</summary>
    /// <param name="text">The text as it is declared.</param>
    public SoughtText(string text)
    {
        _text = text;
        _folded = ReadText.Fold(text);
        if (_folded.Length == 0)
        {
            GiveUp($"“{text}” has no letters to read");
        }
        else if (TextScript.Of(_folded) is { } scripts)
        {
            _scripts = scripts;
        }
        else
        {
            GiveUp($"the script of “{text}” is not read");
        }
    }

    /// <summary>What came of it so far.</summary>
    public TextFinding Finding { get; private set; } = TextFinding.NotFound(null);

    /// <summary>Whether further readings may find it.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>The models that read its scripts.</summary>
    public ImmutableArray<string> Models { get; private set; } = [];

    /// <summary>Takes of the models that are installed those that read its scripts.</summary>
    public void ChooseModels(ImmutableHashSet<string> installed)
    {
        if (_scripts.FirstOrDefault(s => !s.ModelsIn(installed).Any()) is { } missing)
        {
            GiveUp($"tesseract lacks the model `{missing.Models[0]}` for “{_text}”; install it");
        }
        else
        {
            Models = [.. _scripts.SelectMany(s => s.ModelsIn(installed)).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Ends looking for a text that is not found yet.</summary>
    /// <param name="problem">Why, as a clause.</param>
    public void GiveUp(string problem)
    {
        if (IsOpen)
        {
            IsOpen = false;
            Finding = TextFinding.NotPossible(problem);
        }
    }

    public void LookIn(ReadText read)
    {
        if (read.Contains(_folded))
        {
            IsOpen = false;
            Finding = TextFinding.Found;
        }
        else if (read.Nearest(_folded) is var (words, distance) && distance < _distance)
        {
            _distance = distance;
            Finding = TextFinding.NotFound(words);
        }
    }
}
