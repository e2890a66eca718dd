using PromptDsl.Semantics;
using PromptDsl.Text;

namespace PromptDsl.Comparison;

/// <summary>
/// Compiles two versions of a file, each with the files that it uses, and compares them. Templates are
/// compared with stand-ins for the parameters that other files give a value to.
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
        if (left.Role == FileRole.Template || right.Role == FileRole.Template)
        {
            StandIns standIns = StandIns.For(left.Tree, right.Tree);
            left = FillIn(before, left, earlierOptions, standIns.Before);
            right = FillIn(after, right, laterOptions, standIns.After);
        }

        return PromptComparison.Compare(left, right);
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
            ? compiler.Compile(
                result.Tree.Source,
                options with
                {
                    Parameters = [.. options.Parameters, .. missing],
                }
            ) with
            {
                Role = FileRole.Template,
            }
            : result;
    }
}
