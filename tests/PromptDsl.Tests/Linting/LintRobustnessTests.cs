using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Tests.Infrastructure;
using PromptDsl.Tests.Mutation;
using PromptDsl.Tests.Programs;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Linting;

/// <summary>Whatever a file holds, no rule throws and fixes come to an end.</summary>
[Collection(nameof(TimedCollection))]
public sealed class LintRobustnessTests
{
    private const int MutantCount = 4000;
    private const int ProgramCount = 300;
    private const int MaxRounds = 16;

    private static readonly Linter Linter = new(LintOptions.Default);

    [Fact]
    public void Mutants_of_every_file_are_linted() =>
        CheckAll(MutantCount, seed => CheckMutant(Mutant(seed, out Sample sample), sample));

    [Fact]
    public void Mutants_of_every_file_are_read_as_plain_prompts() =>
        CheckAll(
            MutantCount,
            seed => AssertSound(Linter.LintText(SourceText.FromBytes(Mutant(seed, out Sample sample), sample.Path)))
        );

    [Fact]
    public void Generated_programs_are_linted_and_fixed() =>
        Prop.ForAll(ProgramGenerator.Programs.ToArbitrary(), program => CheckFixes(Sample.Of(program.Text)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(ProgramCount));

    [Fact]
    public void Examples_and_cases_are_linted_and_fixed() =>
        Assert.All(Sample.All.Where(s => s.Compile().Succeeded), CheckFixes);

    private static byte[] Mutant(int seed, out Sample sample)
    {
        var random = new Random(seed);
        sample = Pick(random);
        return new Mutator(random).Mutate(Bytes(sample), Bytes(Pick(random)));
    }

    private static void CheckMutant(byte[] mutant, Sample sample)
    {
        CompilationResult result = sample.Compile(SourceText.FromBytes(mutant, sample.Path));
        AssertSound(Linter.Check(result, sample.Options).Diagnostics);
    }

    // Each round applies every fix that there is, the unsafe ones too.
    private static void CheckFixes(Sample sample)
    {
        SourceText source = sample.Files.Read(sample.Path);
        string text = source.Text;
        for (int round = 0; round < MaxRounds; round++)
        {
            CompilationResult result = sample.Compile(text);
            Assert.True(!result.Tree.HasErrors, $"the fixes of round {round} break the file:\n{text}");
            ImmutableArray<Diagnostic> found = Linter.Check(result, sample.Options).Diagnostics;
            AssertSound(found);
            (string changed, int count) = FixApplier.Apply(
                text,
                found.Where(d => ReferenceEquals(d.Source, result.Tree.Source)),
                allowUnsafe: true
            );
            if (count == 0)
            {
                return;
            }

            text = changed;
        }

        Assert.Fail($"the fixes come to no end:\n{text}");
    }

    private static void AssertSound(ImmutableArray<Diagnostic> found)
    {
        Assert.DoesNotContain(found, d => d.Name == "rule-failed");
        foreach (DiagnosticLabel label in found.SelectMany(d => d.Secondary.Prepend(d.Primary)))
        {
            Assert.InRange(label.Place.Span.End, 0, label.Place.Source.Length);
        }
    }

    private static void CheckAll(int count, Action<int> check)
    {
        var failures = new ConcurrentBag<string>();
        Parallel.For(
            0,
            count,
            seed =>
            {
                try
                {
                    check(seed);
                }
#pragma warning disable CA1031 // Whatever is thrown is what the test looks for.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    failures.Add($"mutant {seed}: {e.Message}\n{SourceText.FromBytes(Mutant(seed, out _)).Text}");
                }
            }
        );
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures.Order(StringComparer.Ordinal).Take(5)));
    }

    private static Sample Pick(Random random) => Sample.All[random.Next(Sample.All.Count)];

    private static byte[] Bytes(Sample sample) => Encoding.UTF8.GetBytes(sample.Text);
}
