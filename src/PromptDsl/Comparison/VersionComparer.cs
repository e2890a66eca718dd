using System.Collections.Immutable;
using PromptDsl.Semantics;
using PromptDsl.Text;

namespace PromptDsl.Comparison;

/// <summary>
/// Compiles two versions of a file, each with the files that it uses, and compares them: with every
/// value of a flag, and templates with stand-ins for the parameters that other files give a value to.
/// </summary>
/// <param name="before">Compiles the earlier version.</param>
/// <param name="after">Compiles the later version.</param>
public sealed class VersionComparer(PromptCompiler before, PromptCompiler after)
{
    /// <summary>Compiles and compares.</summary>
    public PromptDiff Compare(
        SourceText earlier,
        CompilerOptions earlierOptions,
        SourceText later,
        CompilerOptions laterOptions
    )
    {
        CompilationResult left = before.Compile(earlier, earlierOptions);
        CompilationResult right = after.Compile(later, laterOptions);
        bool isTemplate = left.Role == FileRole.Template || right.Role == FileRole.Template;
        if (isTemplate)
        {
            StandIns standIns = StandIns.For(left.Tree, right.Tree);
            left = FillIn(before, left, earlierOptions, standIns.Before);
            right = FillIn(after, right, laterOptions, standIns.After);
        }

        PromptDiff diff = PromptComparison.Compare(left, right);
        return isTemplate || !left.Succeeded || !right.Succeeded
            ? diff
            : AddFlags(diff, left, earlierOptions, right, laterOptions);
    }

    private static CompilationResult FillIn(
        PromptCompiler compiler,
        CompilationResult result,
        CompilerOptions options,
        IEnumerable<ParameterBinding> standIns
    )
    {
        // What is said from outside counts; a stand-in is for what nobody says.
        IEnumerable<ParameterBinding> missing = standIns.Where(s => !options.Parameters.Any(p => p.Name == s.Name));
        return result.Role == FileRole.Template
            ? compiler.Compile(result.Tree.Source, With(options, missing)) with
            {
                Role = FileRole.Template,
            }
            : result;
    }

    /// <summary>Adds what is different only when a flag is set, or only when it is not.</summary>
    private PromptDiff AddFlags(
        PromptDiff diff,
        CompilationResult left,
        CompilerOptions leftOptions,
        CompilationResult right,
        CompilerOptions rightOptions
    )
    {
        HashSet<string> known = [.. diff.Changes.SelectMany(c => c.Consequences.Prepend(c)).Select(KeyOf)];
        foreach (ParameterBinding flag in Flags.OtherValues(left.Tree, right.Tree))
        {
            bool isDecided = left.Builds.Concat(right.Builds).Any(b => b.Bindings.Any(v => v.Key == flag.Name));
            if (isDecided || leftOptions.Parameters.Any(p => p.Name == flag.Name))
            {
                continue;
            }

            string name = $"{flag.Name}={flag.Text}";
            PromptDiff other = PromptComparison.Compare(
                before.Compile(left.Tree.Source, With(leftOptions, [flag])),
                after.Compile(right.Tree.Source, With(rightOptions, [flag]))
            );
            ImmutableArray<PromptChange> hidden = [.. other.Changes.Where(c => known.Add(KeyOf(c)))];
            if (!hidden.IsEmpty)
            {
                diff = new PromptDiff(
                    [.. diff.Changes.Concat(hidden.Select(c => c with { Builds = [name] })).OrderBy(c => c.Area)],
                    [],
                    [.. diff.Stages, .. other.Stages.Select(s => s with { Build = name })]
                );
            }
        }

        return diff;
    }

    private static CompilerOptions With(CompilerOptions options, IEnumerable<ParameterBinding> parameters) =>
        options with
        {
            Parameters = [.. options.Parameters, .. parameters],
        };

    private static string KeyOf(PromptChange change) =>
        $"{change.Kind} {change.Path} {KeyOf(change.Before)} {KeyOf(change.After)}";

    private static string KeyOf(ChangeSide? side) => side is null ? "" : $"{side.Place} {side.Place.Span}";
}
