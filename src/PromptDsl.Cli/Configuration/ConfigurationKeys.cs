using System.Collections.Immutable;
using PromptDsl.Compilation.Dialects;

namespace PromptDsl.Cli.Configuration;

/// <summary>
/// The table of <c>promptc.yaml</c>: checking, <c>config show</c> and the schema for editors are made
/// from it.
/// </summary>
internal static class ConfigurationKeys
{
    public const string Extends = "extends";
    public const string Defaults = "defaults";
    public const string Budgets = "budgets";
    public const string Run = "run";
    public const string Diagnostics = "diagnostics";
    public const string Rules = "rules";
    public const string Lexicon = "lexicon";
    public const string Models = "models";
    public const string Like = "like";
    public const string Paths = "paths";
    public const string Exclude = "exclude";

    public static readonly ConfigurationKey Model = new(Defaults, "model", "The image model of files that name none.");

    public static readonly ConfigurationKey Quality = new(Defaults, "quality", "The quality of files that name none.");

    public static readonly ConfigurationKey Locale = new(
        Defaults,
        "locale",
        "The language of the connecting words in files that name none."
    )
    {
        Words = ["en", "ko"],
    };

    public static readonly ConfigurationKey Dialect = new(Defaults, "dialect", "How the compiled prompt is laid out.")
    {
        Words = PromptDialects.Names,
        Default = PromptDialects.Default.Name,
    };

    public static readonly ConfigurationKey Template = new(
        Defaults,
        "template",
        "A Handlebars file that lays out the compiled prompt instead of a dialect."
    )
    {
        IsPath = true,
    };

    public static readonly ConfigurationKey Output = new(Defaults, "output", "The folder that `build` writes to.")
    {
        IsPath = true,
        Default = "dist",
    };

    public static readonly ConfigurationKey BudgetPerRun = new(
        Budgets,
        "per-run",
        "What all files of a run together may cost, in US dollars."
    )
    {
        IsAmount = true,
    };

    public static readonly ConfigurationKey BudgetPerFile = new(
        Budgets,
        "per-file",
        "What each file may cost, in US dollars."
    )
    {
        IsAmount = true,
    };

    public static readonly ConfigurationKey Provider = new(Run, "provider", "Who makes the pictures.")
    {
        Words = ["openai", "sketch"],
        Default = "openai",
    };

    public static readonly ConfigurationKey BaseUrl = new(
        Run,
        "base-url",
        "The address of a server that speaks the OpenAI API, with its /v1."
    );

    // Named here, so that the verbs that send nothing do not load the runtime; a test holds the list against it.
    public static readonly ConfigurationKey Profile = new(
        Run,
        "profile",
        "How the server at base-url differs from OpenAI."
    )
    {
        Words = ["openai", "azure", "localai", "vllm-omni", "sglang", "xinference", "sd-cpp"],
        Default = "openai",
    };

    public static readonly ConfigurationKey Pictures = new(Run, "output", "The folder that `run` writes pictures to.")
    {
        IsPath = true,
        Default = "out",
    };

    public static readonly ConfigurationKey Cache = new(
        Run,
        "cache",
        "The folder of the cache; several projects may share one."
    )
    {
        IsPath = true,
        Default = ".promptc/cache",
    };

    public static readonly ConfigurationKey Concurrency = new(
        Run,
        "concurrency",
        "How many requests may be under way at once."
    )
    {
        Most = 256,
        Default = "4",
    };

    /// <summary>What a severity may be set to.</summary>
    public static readonly ImmutableArray<string> Severities = ["error", "warning", "hint", "off"];

    /// <summary>The sections, in the order in which they are documented.</summary>
    public static readonly ImmutableArray<string> Sections =
    [
        Extends,
        Defaults,
        Budgets,
        Run,
        Diagnostics,
        Rules,
        Lexicon,
        Models,
        Paths,
    ];

    public static readonly ImmutableArray<ConfigurationKey> All =
    [
        Model,
        Quality,
        Locale,
        Dialect,
        Template,
        Output,
        BudgetPerRun,
        BudgetPerFile,
        Provider,
        BaseUrl,
        Profile,
        Pictures,
        Cache,
        Concurrency,
    ];

    /// <summary>The keys of a section.</summary>
    public static IEnumerable<ConfigurationKey> Of(string section) => All.Where(k => k.Section == section);
}
