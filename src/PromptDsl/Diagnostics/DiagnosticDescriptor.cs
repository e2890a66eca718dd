namespace PromptDsl.Diagnostics;

/// <summary>What a kind of finding is called.</summary>
/// <param name="Code">Stable, such as <c>IMG0101</c>; never used again for something else.</param>
/// <param name="Name">Kebab-case; reads well after "allow".</param>
/// <param name="Severity">The severity unless it is configured.</param>
public sealed record DiagnosticDescriptor(string Code, string Name, DiagnosticSeverity Severity)
{
    /// <summary>
    /// Whether it is reported only when <see cref="CompilerOptions.Enabled"/> names it: it speaks about
    /// nearly every file of a project that does not want it.
    /// </summary>
    public bool IsOptIn { get; init; }

    /// <summary>Whether a rule of the linter reports it.</summary>
    public bool IsLintRule { get; init; }

    /// <summary>The page that explains it, relative to the documentation folder.</summary>
    public string HelpPage => IsLintRule ? $"rules/{Code}.md" : $"diagnostics/{Code}.md";
}
