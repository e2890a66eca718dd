namespace PromptDsl.Emulator.Accounting;

/// <summary>The tokens of a request, and what they cost in US dollars.</summary>
internal sealed record Usage(int TextInput, int ImageInput, int Output, decimal Dollars)
{
    public int Input => TextInput + ImageInput;

    public int Total => Input + Output;

    /// <summary>The share of one of several pictures; the input is counted with the first.</summary>
    public Usage ShareOf(int index, int count) =>
        index == 0
            ? this with
            {
                Output = Output - Output / count * (count - 1),
            }
            : new Usage(0, 0, Output / count, Dollars);
}
