using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Files;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Runs;

namespace PromptDsl.Cli.Running;

/// <summary>Where runs keep things: below the root of the project that the tool is called in.</summary>
internal sealed class RunFolders
{
    /// <summary>The word for the newest run.</summary>
    public const string Last = "last";

    private const string StateName = ".promptc";

    public RunFolders(CommandContext context)
    {
        Root = ProjectRoot.Of(context.Host.WorkingDirectory).Folder;
        ConfigurationFile configuration = context.ConfigurationOf(context.Host.WorkingDirectory);
        Output =
            configuration.Get(ConfigurationKeys.Pictures)?.Text
            ?? Path.Combine(Root, ConfigurationKeys.Pictures.Default!);
        Cache =
            configuration.Get(ConfigurationKeys.Cache)?.Text ?? Path.Combine(Root, ConfigurationKeys.Cache.Default!);
    }

    public string Root { get; }

    /// <summary>The folder for pictures.</summary>
    public string Output { get; }

    /// <summary>The folder of the cache.</summary>
    public string Cache { get; }

    /// <summary>The folder for the records of runs.</summary>
    public string State => Path.Combine(Root, StateName);

    public RunStore Store => new(State);

    /// <summary>The record of the run that is meant.</summary>
    /// <exception cref="UsageException">There is no such run, or its record is damaged.</exception>
    public RunSummary Read(string id)
    {
        try
        {
            return Store.Read(Find(id));
        }
        catch (RunException e)
        {
            throw new UsageException(e.Message, e.Help);
        }
    }

    /// <summary>The run that is meant: an id, a unique beginning of one, or <see cref="Last"/>.</summary>
    /// <exception cref="UsageException">There is no such run, or several begin so.</exception>
    public string Find(string id)
    {
        string[] all = [.. Store.Ids];
        string[] found =
            id == Last ? [.. all.TakeLast(1)] : [.. all.Where(i => i.StartsWith(id, StringComparison.Ordinal))];
        return found switch
        {
            [var only] => only,
            [] when all.Length == 0 => throw new UsageException(
                "there is no run yet",
                "`promptc run --offline` makes one without a key."
            ),
            [] => throw new UsageException($"there is no run `{id}`", "`promptc runs` lists them."),
            _ => throw new UsageException($"`{id}` begins the ids of {found.Length} runs", "Write more of the id."),
        };
    }
}
