namespace PromptDsl.Compilation.Dialects;

/// <summary>How many entries of lists a template may visit, so that nested loops end.</summary>
internal sealed class TemplateBudget
{
    private const int MaxVisits = 100_000;

    private int _visits;

    public void Spend()
    {
        if (++_visits > MaxVisits)
        {
            throw new PromptTemplateException("The template visits more than 100,000 entries of lists.", 0, 0);
        }
    }
}
