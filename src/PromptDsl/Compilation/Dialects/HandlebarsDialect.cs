using PromptDsl.Compilation.Documents;

namespace PromptDsl.Compilation.Dialects;

/// <summary>
/// A layout of the user's own, as a Handlebars template. It sees <c>stage</c>, <c>locale</c>,
/// <c>isEdit</c>, <c>prose</c> (the whole text as the prose dialect lays it out), <c>sections</c> (a list in
/// order), and each section by its key: <c>prompt</c>, <c>images</c>, <c>change</c>, <c>intent</c>,
/// <c>scene</c>, <c>subject</c>, <c>objects</c>, <c>texts</c>, <c>tables</c>, <c>callouts</c>, <c>layout</c>,
/// <c>style</c>, <c>keep</c>, <c>keep-style</c>, <c>negatives</c>. A section has <c>key</c>, <c>label</c>,
/// <c>text</c> (its prose) and <c>items</c>; an item has <c>key</c>, <c>block</c>, <c>label</c>, <c>text</c>,
/// <c>value</c> (its values with commas), <c>values</c>, <c>items</c>, and its own fields by their keys.
/// What is missing is empty; nothing is escaped; there are no partials.
/// </summary>
public sealed class HandlebarsDialect : IPromptDialect
{
    private readonly HandlebarsTemplate _template;

    /// <summary>Reads a template.</summary>
    /// <param name="template">The text of the template.</param>
    /// <param name="name">The name by which the dialect is chosen.</param>
    /// <exception cref="PromptTemplateException">The template can not be read.</exception>
    public HandlebarsDialect(string template, string name)
    {
        Name = name;
        _template = new HandlebarsTemplate(template);
    }

    public string Name { get; }

    /// <inheritdoc/>
    /// <exception cref="PromptTemplateException">The template asks for what can not be rendered.</exception>
    public CompiledPrompt Render(PromptDocument document)
    {
        var context = new TemplateContext();
        string rendered = _template.Render(context.Of(document));
        return context.Tokens.Resolve(rendered, document.Place);
    }
}
