using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Compilation.Dialects;
using PromptDsl.Text;

namespace PromptDsl.Cli.Configuration;

/// <summary>Finds the dialect that the command line or a configuration asks for; a template is read once.</summary>
internal sealed class DialectLoader(CommandContext context)
{
    private readonly Dictionary<string, (SourceText Text, IPromptDialect Dialect)> _templates = new(
        StringComparer.Ordinal
    );

    /// <summary>The dialect; null when nobody says.</summary>
    /// <exception cref="SourceProblemException">The template is wrong.</exception>
    public IPromptDialect? For(CompileSettings settings, ConfigurationFile configuration)
    {
        if (settings.Template is { } template)
        {
            return Template(context.AbsolutePath(template));
        }

        if (settings.Dialect is null && configuration.Get(ConfigurationKeys.Template) is { } configured)
        {
            return Template(configured.Text);
        }

        string? name = settings.Dialect ?? configuration.Get(ConfigurationKeys.Dialect)?.Text;
        return name is not null && PromptDialects.TryGet(name, out IPromptDialect? dialect) ? dialect : null;
    }

    /// <summary>Says where in its template a dialect failed.</summary>
    public SourceProblemException Explain(PromptTemplateException exception, IPromptDialect dialect) =>
        Explain(exception, _templates.Values.Single(t => t.Dialect == dialect).Text);

    private IPromptDialect Template(string path)
    {
        if (!_templates.TryGetValue(path, out (SourceText Text, IPromptDialect Dialect) template))
        {
            string shown = context.DisplayPath(path);
            SourceText text = SourceText.FromBytes(BoundedFile.ReadNamed(path, shown), shown);
            template = (text, Read(text));
            _templates.Add(path, template);
        }

        return template.Dialect;
    }

    private static HandlebarsDialect Read(SourceText text)
    {
        try
        {
            return new HandlebarsDialect(text.Text.TrimStart('\uFEFF'), text.Path);
        }
        catch (PromptTemplateException e)
        {
            throw Explain(e, text);
        }
    }

    private static SourceProblemException Explain(PromptTemplateException exception, SourceText text)
    {
        int line = Math.Clamp(exception.Line, 1, text.Lines.Count) - 1;
        int start = text.Lines.StartOf(line);
        int position = Math.Min(start + Math.Max(exception.Column - 1, 0), text.Length);
        return new SourceProblemException(
            new SourceSpan(text, new TextSpan(position, 0)),
            "the template cannot be used: " + exception.Message.TrimEnd('.'),
            exception.Line > 0 ? "here" : "somewhere in this file"
        );
    }
}
