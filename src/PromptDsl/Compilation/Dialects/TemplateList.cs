using System.Collections;

namespace PromptDsl.Compilation.Dialects;

/// <summary>A list that a template may walk, within a budget that all lists of a rendering share.</summary>
internal sealed class TemplateList(IReadOnlyList<object> items, TemplateBudget budget) : IReadOnlyList<object>
{
    public int Count => items.Count;

    public object this[int index]
    {
        get
        {
            budget.Spend();
            return items[index];
        }
    }

    public IEnumerator<object> GetEnumerator()
    {
        foreach (object item in items)
        {
            budget.Spend();
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
