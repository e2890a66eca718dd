using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Terminal;
using PromptDsl.Targets;

namespace PromptDsl.Cli.Configuration;

/// <summary>Collects the settings that apply in a folder, each with where it comes from.</summary>
internal static class SettingsInForce
{
    private const string Default = "default";

    public static List<SettingInForce> Of(ConfigurationFile configuration, CommandContext context)
    {
        var settings = new List<SettingInForce>();
        foreach (ConfigurationKey key in ConfigurationKeys.All)
        {
            ConfiguredValue? value = configuration.Get(key);
            string? shown = value is not null && key.IsPath ? context.DisplayPath(value.Text) : value?.Text;
            settings.Add(new SettingInForce(key.FullName, shown ?? key.Default, OriginOf(value)));
        }

        settings.AddRange(
            configuration.Severities.Select(s => new SettingInForce(
                $"{ConfigurationKeys.Diagnostics}.{s.Key}",
                s.Value.Text,
                OriginOf(s.Value)
            ))
        );
        settings.AddRange(
            configuration
                .RuleOptions.GroupBy(o => o.FullName, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Last())
                .Select(o => new SettingInForce(o.FullName, o.Written.Text, OriginOf(o.Written)))
        );
        settings.AddRange(
            configuration.Terms.Select(t => new SettingInForce(t.FullName, t.Pattern.Text, OriginOf(t.Pattern)))
        );
        settings.AddRange(configuration.Models.SelectMany(OfModel));
        settings.AddRange(
            configuration.Excludes.Select(e => new SettingInForce(
                $"{ConfigurationKeys.Paths}.{ConfigurationKeys.Exclude}",
                e.Text,
                OriginOf(e)
            ))
        );
        settings.Add(ColorOf(context));
        return settings;
    }

    private static IEnumerable<SettingInForce> OfModel(ConfiguredModel model)
    {
        string name = $"{ConfigurationKeys.Models}.{model.Addition.Id}";
        if (model.Like is { } like)
        {
            yield return new SettingInForce($"{name}.{ConfigurationKeys.Like}", like.Text, OriginOf(like));
        }

        foreach (ModelFact fact in ModelFacts.All)
        {
            if (fact.Of(model.Addition.Facts) is { } said)
            {
                yield return new SettingInForce($"{name}.{fact.Key}", FactText.Of(said), said.Source.Id);
            }
        }
    }

    private static string OriginOf(ConfiguredValue? value) =>
        value is null
            ? Default
            : string.Create(CultureInfo.InvariantCulture, $"{value.Place.Source.Path}:{value.Place.Start.Line + 1}");

    private static SettingInForce ColorOf(CommandContext context)
    {
        string value = context.OutPaint.IsEnabled ? "on" : "off";
        string origin =
            context.Settings.Color != ColorChoice.Auto ? "--color"
            : IsSet("NO_COLOR") ? "environment NO_COLOR"
            : IsSet("FORCE_COLOR") ? "environment FORCE_COLOR"
            : context.Host.IsOutputTerminal ? "default (at a terminal)"
            : "default (not at a terminal)";
        return new SettingInForce("color", value, origin);

        bool IsSet(string name) => !string.IsNullOrEmpty(context.Host.GetEnvironmentVariable(name));
    }
}
