using System.Collections.Immutable;
using PromptDsl.Comparison.Builds;
using PromptDsl.Comparison.Matching;
using PromptDsl.Comparison.Meaning;
using PromptDsl.Diagnostics;
using PromptDsl.Formatting;
using PromptDsl.Semantics;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Comparison;

/// <summary>
/// Compares two versions of a file by what they mean: layout, comments, the order of statements that
/// do not depend on each other, and whether something is said in place, in a definition or in another
/// file make no difference.
/// </summary>
public static class PromptComparison
{
    /// <summary>What changed from one version to the other.</summary>
    public static PromptDiff Compare(CompilationResult before, CompilationResult after)
    {
        if (!before.Succeeded || !after.Succeeded)
        {
            return CompareBroken(before, after);
        }

        var variables = new VariableMatcher(before.Builds, after.Builds);
        ImmutableArray<BuildComparison> builds = BuildMatcher.Compare(before.Builds, after.Builds, variables);
        List<PromptChange> declared = CompareDeclarations(before, after);
        List<PromptChange> changes = Explain(
            declared,
            [.. variables.Changes, .. BuildMerger.Merge(builds)],
            before.Tree,
            after.Tree
        );
        ImmutableArray<StageDifference> stages = [.. builds.SelectMany(b => b.Stages())];
        ImmutableArray<PromptChange> all = [.. CompareRoles(before, after).Concat(changes).OrderBy(c => c.Area)];
        if (!all.IsEmpty || stages.IsEmpty)
        {
            return new PromptDiff(all, [], stages);
        }

        ImmutableArray<ComparisonNote> notes = [.. builds.SelectMany(b => b.Notes).Distinct().Order()];
        return notes.IsEmpty
            ? new PromptDiff([UnexplainedText(before.Tree, after.Tree)], [], stages)
            : new PromptDiff([], notes, stages);
    }

    // ---- the file

    private static PromptDiff CompareBroken(CompilationResult before, CompilationResult after)
    {
        // Two broken files with the same words are the same; of others nothing can be said.
        bool isSame = Formatter.Format(before.Tree).Text == Formatter.Format(after.Tree).Text;
        if (isSame && !before.Succeeded && !after.Succeeded)
        {
            return new PromptDiff([], [], []);
        }

        ChangeSide left = StateSide(before);
        ChangeSide right = StateSide(after);
        return new PromptDiff([new PromptChange(ChangeKind.Changed, ChangeArea.File, left, right)], [], []);
    }

    private static ChangeSide StateSide(CompilationResult result)
    {
        Diagnostic? error = result.Diagnostics.FirstOrDefault(d => d.IsError);
        return new ChangeSide(
            "file",
            "the file",
            error is null ? "one that compiles" : $"one that does not compile ({error.Code} {error.Message})",
            error is null ? StartOf(result.Tree) : new SourceSpan(error.Source, error.Span)
        );
    }

    private static IEnumerable<PromptChange> CompareRoles(CompilationResult before, CompilationResult after)
    {
        if (before.Role != after.Role)
        {
            yield return new PromptChange(ChangeKind.Changed, ChangeArea.File, RoleSide(before), RoleSide(after));
        }
    }

    private static ChangeSide RoleSide(CompilationResult result) =>
        new(
            "file",
            "the file",
            result.Role switch
            {
                FileRole.Template => "a template",
                FileRole.Library => "definitions for other files",
                _ => "a picture",
            },
            StartOf(result.Tree)
        );

    private static PromptChange UnexplainedText(SyntaxTree before, SyntaxTree after)
    {
        ChangeSide Side(SyntaxTree tree) => new("text", "the compiled text", "", StartOf(tree));
        return new PromptChange(ChangeKind.Changed, ChangeArea.Text, Side(before), Side(after));
    }

    private static SourceSpan StartOf(SyntaxTree tree) => new(tree.Source, new TextSpan(0, 0));

    // ---- parameters

    private static List<PromptChange> CompareDeclarations(CompilationResult before, CompilationResult after)
    {
        FileRole role = before.Role == after.Role ? after.Role : FileRole.Picture;
        Element left = DeclarationReader.Read(before.Tree, role);
        Element right = DeclarationReader.Read(after.Tree, role);

        // Within a file the name of a parameter is nobody's business; of a template it is what others use.
        bool isForOthers = role != FileRole.Picture;
        return [.. new ElementComparer(ElementMatcher.Match(left, right), (_, _) => isForOthers).Compare(left, right)];
    }

    /// <summary>Puts what follows from another default, or from other options, to the parameter.</summary>
    private static List<PromptChange> Explain(
        List<PromptChange> declared,
        List<PromptChange> changes,
        SyntaxTree before,
        SyntaxTree after
    )
    {
        IEnumerable<string> defaults = declared
            .Where(c => c is { Kind: ChangeKind.Changed, Side.Key: "param.default" })
            .Select(c => PathOfParameter(c.Path));
        var influence = new ParameterInfluence(before, after, defaults);
        ILookup<string?, PromptChange> causes = changes.ToLookup(c =>
            ExplainVariation(c, declared) ?? influence.Explain(c)
        );
        return [.. declared.Select(c => c with { Consequences = [.. causes[c.Path]] }), .. causes[null]];
    }

    /// <summary>What takes every option of a choice takes the new ones too.</summary>
    private static string? ExplainVariation(PromptChange change, List<PromptChange> declared) =>
        change.Area != ChangeArea.Builds
            ? null
            : declared
                .Find(c =>
                    c is { Kind: ChangeKind.Changed, Side.Key: "param.options" }
                    && change.Path == "vary " + PathOfParameter(c.Path)
                    && change.Before?.Value == c.Before!.Value
                    && change.After?.Value == c.After!.Value
                )
                ?.Path;

    /// <summary>The name in a path such as <c>param season.default</c>.</summary>
    private static string PathOfParameter(string path) => path["param ".Length..path.LastIndexOf('.')];
}
