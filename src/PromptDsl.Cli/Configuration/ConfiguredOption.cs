using PromptDsl.Linting;
using PromptDsl.Linting.Options;

namespace PromptDsl.Cli.Configuration;

/// <summary>A value for an option of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Option">The option.</param>
/// <param name="Value">The value, of the type that the option declares.</param>
/// <param name="Written">As it stands in the file.</param>
internal sealed record ConfiguredOption(LintRule Rule, RuleOption Option, object Value, ConfiguredValue Written)
{
    /// <summary>Such as <c>rules.too-many-objects.hint-at</c>.</summary>
    public string FullName => $"{ConfigurationKeys.Rules}.{Rule.Descriptor.Name}.{Option.Name}";
}
