using System.CommandLine;
using System.CommandLine.Parsing;
using PromptDsl.Text;

namespace PromptDsl.Cli.CommandLine;

/// <summary>What values options and arguments take, with messages that say so.</summary>
internal static class ValueRules
{
    /// <summary>Takes these words alone, and completes them.</summary>
    public static void AcceptOnly(this Option option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result => CheckWords(result, option.Name, words));
    }

    /// <summary>Takes these words alone, and completes them.</summary>
    public static void AcceptOnly(this Argument argument, params string[] words)
    {
        argument.CompletionSources.Add(words);
        argument.Validators.Add(result => CheckWords(result, argument.Name, words));
    }

    /// <summary>Takes no empty path: it would mean the current folder.</summary>
    public static void RefuseEmpty(this Option option) =>
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => t.Value.Length == 0))
            {
                result.AddError($"`{option.Name}` needs a value");
            }
        });

    private static void CheckWords(SymbolResult result, string name, string[] words)
    {
        foreach (Token token in result.Tokens.Where(t => !words.Contains(t.Value, StringComparer.Ordinal)))
        {
            string near = Suggestion.For(token.Value, words) is { } close ? $"; did you mean {close}?" : "";
            result.AddError($"`{name}` is {string.Join(", ", words)}, and not `{token.Value}`{near}");
        }
    }
}
