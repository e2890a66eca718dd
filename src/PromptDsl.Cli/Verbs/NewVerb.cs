using System.CommandLine;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Templates;
using PromptDsl.Text;

namespace PromptDsl.Cli.Verbs;

/// <summary>Creates a file from a template.</summary>
internal sealed class NewVerb : IVerb
{
    private readonly Argument<string?> _template = new("template")
    {
        Description = "The name of a template; left out, the templates are listed.",
        HelpName = "template",
        Arity = ArgumentArity.ZeroOrOne,
        CompletionSources =
        {
            _ => TemplateList.All.Select(t => new System.CommandLine.Completions.CompletionItem(t.Name)),
        },
    };

    private readonly Argument<string?> _path = new("path")
    {
        Description = "The file to create; named like the template if left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _list = new("--list") { Description = "List the templates." };

    private readonly Option<bool> _force = new("--force") { Description = "Replace the file if it exists." };

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("promptc new", "see what there is"),
        new("promptc new sticker", "create sticker.imgp"),
        new("promptc new illustration art/harbour.imgp", "choose the path"),
    ];

    public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("new", "Create a file from a template.") { _template, _path, _list, _force };
        command.SetAction(result =>
        {
            CommandContext context = contextOf(result);
            string? template = result.GetValue(_template);
            return template is null || result.GetValue(_list)
                ? List(context)
                : Create(new Arguments(template, result.GetValue(_path), result.GetValue(_force)), context);
        });
        return command;
    }

    private static int List(CommandContext context)
    {
        int width = TemplateList.All.Max(t => t.Name.Length);
        foreach (Template template in TemplateList.All)
        {
            context.Host.Out.WriteLine(
                $"{context.OutPaint.Bold(template.Name)}{new string(' ', width - template.Name.Length)}  {template.Description}"
            );
        }

        return ExitCode.Success;
    }

    private static int Create(Arguments arguments, CommandContext context)
    {
        Template template =
            TemplateList.All.FirstOrDefault(t => t.Name == arguments.Template) ?? throw Unknown(arguments.Template);
        string path = arguments.Path is { Length: > 0 } given ? given : template.Name + ".imgp";
        string absolute = context.AbsolutePath(path);
        if (Directory.Exists(absolute))
        {
            path = Path.Combine(path, template.Name + ".imgp");
            absolute = context.AbsolutePath(path);
        }

        if (File.Exists(absolute) && !arguments.Force)
        {
            throw new UsageException($"`{path}` exists already", "Choose another path, or replace it with --force.");
        }

        AtomicFile.WriteNamed(absolute, path, template.Read());
        string shown = context.DisplayPath(absolute);
        context.Report($"Created {shown}. See its prompt with: promptc build {shown} --stdout");
        return ExitCode.Success;
    }

    private static UsageException Unknown(string name)
    {
        string? near = Suggestion.For(name, TemplateList.All.Select(t => t.Name));
        string help = name.EndsWith(".imgp", StringComparison.Ordinal)
            ? $"The template comes first: promptc new illustration {name}"
            : "`promptc new --list` shows them.";
        return new UsageException(
            $"there is no template `{name}`",
            near is null ? help : $"There is a template `{near}`. {help}"
        );
    }

    private sealed record Arguments(string Template, string? Path, bool Force);
}
