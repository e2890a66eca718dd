using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Rules.Hygiene;
using PromptDsl.Text;

namespace PromptDsl.Linting.Suppressions;

/// <summary>What is said about suppressions themselves; none of it can be suppressed.</summary>
internal static class SuppressionDiagnostics
{
    private static readonly DescriptorSet Set = new();
    private static readonly DiagnosticDescriptor ReasonDescriptor = Set.Warning(
        "IMG3901",
        "suppression-without-reason"
    );
    private static readonly DiagnosticDescriptor UnknownDescriptor = Set.Warning("IMG3902", "unknown-suppression");

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => Set.All;

    public static bool Contains(DiagnosticDescriptor descriptor) =>
        Set.Contains(descriptor) || descriptor.Code == UnusedSuppressionRule.Code;

    /// <summary>Everything that is wrong with how suppressions are written.</summary>
    public static IEnumerable<Diagnostic> Check(ImmutableArray<Suppression> suppressions) =>
        suppressions.SelectMany(Check);

    private static IEnumerable<Diagnostic> Check(Suppression suppression)
    {
        if (suppression.IsMisspelt)
        {
            yield return Misspelt(suppression);
            yield break;
        }

        if (suppression.Codes.IsEmpty)
        {
            yield return WithoutCode(suppression);
            yield break;
        }

        foreach (SuppressedCode code in suppression.Codes)
        {
            if (code.Descriptor is null)
            {
                yield return Unknown(code);
            }
            else if (!SuppressionFilter.IsSuppressible(code.Descriptor))
            {
                yield return Refused(code, code.Descriptor);
            }
            else if (DiagnosticCatalog.IsFormerName(code.Written))
            {
                yield return Former(code, code.Descriptor);
            }
        }

        if (suppression.Reason.Length == 0 || suppression.MissingColon is not null)
        {
            yield return WithoutReason(suppression);
        }
    }

    private static Diagnostic WithoutReason(Suppression suppression)
    {
        const string Help =
            "Write a colon and why the finding does not count: `// promptc-ignore IMG3201: the name is Korean`.";
        SourceSpan place = suppression.Codes[^1].Place;
        return suppression.MissingColon is { } colon
            ? new Diagnostic(
                ReasonDescriptor,
                "no colon stands between the codes and the reason",
                new DiagnosticLabel(place, "a colon belongs behind this")
            )
            {
                Help = Help,
                Fixes = [CodeFix.Safe("Insert a colon", new TextSpan(colon, 0), ":")],
            }
            : new Diagnostic(
                ReasonDescriptor,
                "nobody who reads this suppression later learns why it is there",
                new DiagnosticLabel(place, "no reason behind this")
            )
            {
                Help = Help,
            };
    }

    private static Diagnostic Misspelt(Suppression suppression)
    {
        string word = suppression.Directive.Text;
        string? near = Suggestion.For(word, SuppressionReader.Directives);
        return new Diagnostic(
            UnknownDescriptor,
            $"`{word}` is no suppression, so it suppresses nothing",
            new DiagnosticLabel(suppression.Directive, near is null ? "unknown word" : $"probably `{near}`")
        )
        {
            Help = $"It is one of {string.Join(", ", SuppressionReader.Directives.Select(d => $"`{d}`"))}.",
            Fixes = Replacement(suppression.Directive, near),
        };
    }

    private static Diagnostic WithoutCode(Suppression suppression) =>
        new(
            UnknownDescriptor,
            "the suppression names no finding, so it suppresses nothing",
            new DiagnosticLabel(suppression.Directive, "no code behind this")
        )
        {
            Help = "Name the code or the name of the finding: `// promptc-ignore IMG3201: the name is Korean`.",
        };

    private static Diagnostic Unknown(SuppressedCode code)
    {
        string? near = DiagnosticCatalog.Suggest(code.Written);
        return new Diagnostic(
            UnknownDescriptor,
            $"there is no finding `{code.Written}`, so it suppresses nothing",
            new DiagnosticLabel(code.Place, near is null ? "unknown code or name" : $"there is a finding `{near}`")
        )
        {
            Help = near is null
                ? "Write codes or names of findings, with commas between them and a colon behind them."
                : $"Write `{near}`.",
            Fixes = Replacement(code.Place, near),
        };
    }

    private static Diagnostic Refused(SuppressedCode code, DiagnosticDescriptor descriptor) =>
        new(
            UnknownDescriptor,
            descriptor.Severity == DiagnosticSeverity.Error
                ? $"`{descriptor.Code}` is an error of the language and cannot be suppressed"
                : $"`{descriptor.Code}` is about suppressions and cannot be suppressed",
            new DiagnosticLabel(code.Place, "is reported all the same")
        )
        {
            Help = "Correct what the finding is about and take the suppression out.",
        };

    private static Diagnostic Former(SuppressedCode code, DiagnosticDescriptor descriptor) =>
        new(
            UnknownDescriptor,
            $"`{code.Written}` is called `{descriptor.Name}` now",
            new DiagnosticLabel(code.Place, "a former name, still understood")
        )
        {
            Severity = DiagnosticSeverity.Hint,
            Help = $"Write `{descriptor.Name}`.",
            Fixes = Replacement(code.Place, descriptor.Name),
        };

    private static ImmutableArray<CodeFix> Replacement(SourceSpan place, string? word) =>
        word is null ? [] : [CodeFix.Safe($"Write `{word}`", place.Span, word)];
}
