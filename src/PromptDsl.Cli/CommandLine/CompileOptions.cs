using System.CommandLine;
using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Files;
using PromptDsl.Compilation.Dialects;
using PromptDsl.Text;

namespace PromptDsl.Cli.CommandLine;

/// <summary>The options of the verbs that compile.</summary>
internal sealed class CompileOptions
{
    private readonly Option<string?> _dialect = new("--dialect")
    {
        Description = $"How the prompt is laid out: {string.Join(", ", PromptDialects.Names)}.",
        HelpName = "dialect",
    };

    private readonly Option<string?> _template = new("--template")
    {
        Description = "Lay the prompt out by a Handlebars file instead.",
        HelpName = "file",
    };

    private readonly Option<string?> _locale = new("--locale")
    {
        Description = "Language of the connecting words: en or ko.",
        HelpName = "locale",
    };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "Compile for this model instead of the one in the file.",
        HelpName = "model",
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Give a parameter a value. Repeatable.",
        HelpName = "name=value",
    };

    private readonly Option<string?> _parameters = new("--params")
    {
        Description = "Give parameters the values of a YAML file.",
        HelpName = "file",
    };

    private readonly AsOfOption _asOf = new();

    public CompileOptions()
    {
        _dialect.AcceptOnly([.. PromptDialects.Names]);
        _locale.AcceptOnly("en", "ko");
    }

    public void AddTo(Command command)
    {
        command.Add(_dialect);
        command.Add(_template);
        command.Add(_locale);
        command.Add(_model);
        command.Add(_set);
        command.Add(_parameters);
        _asOf.AddTo(command);
    }

    /// <summary>Reads the values, those of the parameter file too.</summary>
    /// <exception cref="UsageException">A value is not written as one.</exception>
    public CompileSettings Bind(ParseResult result, CommandContext context)
    {
        string? dialect = result.GetValue(_dialect);
        string? template = result.GetValue(_template);
        if (dialect is not null && template is not null)
        {
            throw new UsageException("`--dialect` and `--template` exclude each other");
        }

        // What the command line says counts more than the file, and the last word counts most.
        var bindings = new Dictionary<string, ParameterBinding>(StringComparer.Ordinal);
        if (result.GetValue(_parameters) is { } path)
        {
            SourceText file = SourceText.FromBytes(BoundedFile.ReadNamed(context.AbsolutePath(path), path), path);
            foreach (ParameterBinding binding in ParameterFile.Read(file))
            {
                bindings[binding.Name] = binding;
            }
        }

        foreach (string text in result.GetValue(_set) ?? [])
        {
            int equals = text.IndexOf('=');
            if (equals <= 0)
            {
                throw new UsageException($"`--set {text}` gives no value", "Write --set name=value");
            }

            bindings[text[..equals]] = new ParameterBinding(text[..equals], text[(equals + 1)..], "--set");
        }

        return new CompileSettings(
            [.. bindings.Values.OrderBy(b => b.Name, StringComparer.Ordinal)],
            result.GetValue(_locale),
            result.GetValue(_model),
            dialect,
            template,
            _asOf.Bind(result, context)
        );
    }
}
