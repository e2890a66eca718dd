namespace PromptDsl.Emulator.Accounting;

/// <summary>The tokens of a request, and what they cost in US dollars.</summary>
internal sealed record Usage(int TextInput, int ImageInput, int Output, decimal Dollars)
{
    public int Input => TextInput + ImageInput;

    public int Total => Input + Output;
}
