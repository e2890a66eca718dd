using System.CommandLine;
using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration;
using PromptDsl.Runtime.Execution;

namespace PromptDsl.Cli.Running;

/// <summary>The options of <c>run</c>.</summary>
internal sealed class RunOptionSet
{
    public const string AllowUnknownPriceName = "--allow-unknown-price";
    public const string ResumeName = "--resume";
    public const string YesName = "--yes";

    private readonly Option<bool> _offline = new("--offline")
    {
        Description = "Sketch what the files declare instead of asking a model: free, without a key or a network.",
    };

    private readonly Option<bool> _yes = new(YesName, "-y") { Description = "Agree to the price without being asked." };

    private readonly MaxCostOption _maxCost = new("Stop before the run costs more US dollars than this.");

    private readonly Option<bool> _allowUnknownPrice = new(AllowUnknownPriceName)
    {
        Description = "Also send requests whose price is not fully known.",
    };

    private readonly Option<string?> _out = new("--out", "-o")
    {
        Description = "The folder for pictures; `out` in the project if neither this nor promptc.yaml says.",
        HelpName = "folder",
    };

    private readonly Option<string?> _from = new("--from")
    {
        Description = "Begin at this stage, on the pictures that the last run left.",
        HelpName = "stage",
    };

    private readonly Option<string?> _until = new("--until")
    {
        Description = "End with this stage.",
        HelpName = "stage",
    };

    private readonly Option<string[]> _pick = new("--pick")
    {
        Description = "Go on with this variant of a stage, counted from 1. Repeatable.",
        HelpName = "stage=n",
    };

    private readonly Option<string?> _resume = new(ResumeName)
    {
        Description = "Go on with a run, the last one if no id is given; nothing that is paid is sent again.",
        HelpName = "id",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _concurrency = new("--concurrency")
    {
        Description = "How many requests may be under way at once.",
        HelpName = "n",
    };

    private readonly Option<bool> _noCache = new("--no-cache")
    {
        Description = "Ask for every picture, even where the same request was answered before.",
    };

    private readonly Option<bool> _buildOnFailed = new("--build-on-failed")
    {
        Description = "Go on from pictures that fail their expectations.",
    };

    private readonly Option<string?> _baseUrl = new("--base-url")
    {
        Description = "The address of a server that speaks the OpenAI API, with its /v1.",
        HelpName = "url",
    };

    private readonly Option<string?> _profile = new("--profile")
    {
        Description = $"How that server differs from OpenAI: {string.Join(", ", ConfigurationKeys.Profile.Words)}.",
        HelpName = "profile",
    };

    private readonly Option<bool> _batch = new("--batch")
    {
        Description = "Hand the requests in as batches, which take up to a day; `promptc runs fetch` collects them.",
    };

    private readonly Option<bool> _wait = new("--wait") { Description = "Wait for the batches." };

    private readonly Option<string> _format = new("--format")
    {
        Description = "text, or json: one event a line.",
        HelpName = "format",
        DefaultValueFactory = _ => "text",
    };

    public RunOptionSet()
    {
        _profile.AcceptOnly([.. ConfigurationKeys.Profile.Words]);
        _format.AcceptOnly("text", "json");
        _out.RefuseEmpty();
    }

    public void AddTo(Command command)
    {
        command.Add(_offline);
        command.Add(_yes);
        _maxCost.AddTo(command);
        command.Add(_allowUnknownPrice);
        command.Add(_out);
        command.Add(_from);
        command.Add(_until);
        command.Add(_pick);
        command.Add(_resume);
        command.Add(_concurrency);
        command.Add(_noCache);
        command.Add(_buildOnFailed);
        command.Add(_baseUrl);
        command.Add(_profile);
        command.Add(_batch);
        command.Add(_wait);
        command.Add(_format);
    }

    /// <summary>Reads the values.</summary>
    /// <exception cref="UsageException">A value is not written as one, or two exclude each other.</exception>
    public RunSettings Bind(ParseResult result)
    {
        var settings = new RunSettings
        {
            IsOffline = result.GetValue(_offline),
            BaseUrl = result.GetValue(_baseUrl),
            Profile = result.GetValue(_profile),
            Out = result.GetValue(_out),
            Concurrency = result.GetValue(_concurrency) is { } text ? ReadConcurrency(text) : null,
            From = result.GetValue(_from),
            Until = result.GetValue(_until),
            Picks = [.. (result.GetValue(_pick) ?? []).Select(ReadPick)],
            MaxCost = _maxCost.Bind(result),
            AllowsUnknownPrice = result.GetValue(_allowUnknownPrice),
            Yes = result.GetValue(_yes),
            NoCache = result.GetValue(_noCache),
            BuildsOnFailedExpectations = result.GetValue(_buildOnFailed),
            Resume = result.GetResult(_resume) is null ? null : result.GetValue(_resume) ?? RunFolders.Last,
            Batch = result.GetValue(_batch),
            Wait = result.GetValue(_wait),
            IsJson = result.GetValue(_format) == "json",
        };
        RefuseContradiction(settings);
        return settings;
    }

    private static void RefuseContradiction(RunSettings settings)
    {
        if (settings.Picks.GroupBy(p => p.Stage).FirstOrDefault(g => g.Skip(1).Any()) is { Key: var stage })
        {
            throw new UsageException($"`--pick` names two variants of `{stage}`", "One of them goes on.");
        }

        switch (settings)
        {
            case { IsOffline: true, BaseUrl: not null }:
                throw new UsageException("`--offline` and `--base-url` exclude each other");
            case { IsOffline: true, Batch: true }:
                throw new UsageException("`--offline` and `--batch` exclude each other", "Sketches are made at once.");
            case { Wait: true, Batch: false }:
                throw new UsageException("`--wait` is for `--batch`");
            default:
                break;
        }
    }

    private static int ReadConcurrency(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number > 0
        && number <= ConfigurationKeys.Concurrency.Most
            ? number
            : throw new UsageException(
                $"`--concurrency {text}` is not a number from 1 to {ConfigurationKeys.Concurrency.Most}",
                "Write --concurrency 8"
            );

    private static VariantPick ReadPick(string text)
    {
        int equals = text.LastIndexOf('=');
        return
            equals > 0
            && int.TryParse(text.AsSpan(equals + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int variant)
            && variant > 0
            ? new VariantPick(text[..equals], variant)
            : throw new UsageException($"`--pick {text}` names no variant of a stage", "Write --pick mood=3");
    }
}
