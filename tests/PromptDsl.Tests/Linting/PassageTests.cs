using System.Collections.Immutable;
using PromptDsl.Linting.Passages;
using PromptDsl.Schema;
using PromptDsl.Semantics.Model;
using Xunit;

namespace PromptDsl.Tests.Linting;

public class PassageTests
{
    [Fact]
    public void Every_text_has_its_role_and_its_scope()
    {
        Stage stage = StageOf(
            """
            prompt: "raw words"
            purpose: "a poster"
            audience: "children"
            subject "a cabin" {
              setting: "a lake"
              pose: "leaning"
            }
            style {
              medium: "gouache"
              palette: ["brick red"]
              mix "oil" { weight: 60% }
              mix "ink" { weight: 40% }
            }
            details {
              object boat "a rowing boat" { material: "oak", next-to: "the pier" }
              text headline "Low tide" { font: "serif" }
              region sky "an open sky" {
                object gull "a gull"
                negatives: ["planes"]
              }
            }
            negatives: ["people"]

            """
        );
        string[] passages = [.. PassageReader.Read(stage).Select(Show)];
        Assert.Equal(
            [
                "Prose picture prompt: raw words",
                "Purpose picture purpose: a poster",
                "Purpose picture audience: children",
                "Description subject subject: a cabin",
                "Description picture subject.setting: a lake",
                "Description subject subject.pose: leaning",
                "Description picture style.medium: gouache",
                "Description picture palette: brick red",
                "Description picture mix: oil",
                "Description picture mix: ink",
                "Description boat object: a rowing boat",
                "Description boat object.material: oak",
                "Description boat object.relation: the pier",
                "Copy headline text: Low tide",
                "Description headline text.font: serif",
                "Description area region: an open sky",
                "Description gull object: a gull",
                "Negative area region.negatives: planes",
                "Negative picture negatives: people",
            ],
            passages
        );
    }

    [Fact]
    public void An_edit_says_what_it_changes_and_keeps()
    {
        CompilationResult result = Compile(
            """
            subject: "a cabin"
            stage draw
            stage dusk {
              change: "make it dusk"
              keep: ["the camera position"]
            }

            """
        );
        Assert.Equal(
            ["Change picture stage.change: make it dusk", "Keep picture stage.keep: the camera position"],
            PassageReader.Read(result.Builds[0].Stages[1].Model).Select(Show)
        );
    }

    /// <summary>
    /// Every key that takes prose and reaches the prompt is read: a new row of the schema without a passage
    /// fails here.
    /// </summary>
    [Fact]
    public void Every_key_that_takes_prose_and_is_in_the_prompt_has_a_passage()
    {
        var missing = new List<string>();
        int read = 0;
        foreach ((string kind, KeySchema key) in ProseKeys())
        {
            const string Word = "quixotic";
            CompilationResult result = Compile(FileWith(kind, $"{key.Name}: \"{Word} thing\""));
            if (
                !result.Succeeded
                || result.Builds is not [{ Stages: [{ } stage, ..] }]
                || !stage.Prompt.Text.Contains(Word, StringComparison.Ordinal)
            )
            {
                continue;
            }

            read++;
            ImmutableArray<Passage> passages = PassageReader.Read(stage.Model);
            if (passages.Count(p => p.Plain.Contains(Word, StringComparison.Ordinal)) != 1)
            {
                missing.Add($"{kind}.{key.Name}");
            }
        }

        Assert.Empty(missing);
        Assert.InRange(read, 60, int.MaxValue);
    }

    private static IEnumerable<(string Kind, KeySchema Key)> ProseKeys() =>
        LanguageSchema
            .Kinds.Where(k => !k.HasOpenKeys)
            .SelectMany(k => k.Keys.Where(x => x.Type.Accepts(ValueForm.Text)).Select(x => (k.Name, x)));

    private static string FileWith(string kind, string property)
    {
        const string Subject = "subject: \"a cabin\"\n";
        return kind switch
        {
            _ when kind == LanguageSchema.File.Name => property.StartsWith("subject", StringComparison.Ordinal)
                ? property + "\n"
                : Subject + property + "\n",
            "subject" => $"subject \"a cabin\" {{ {property} }}\n",
            "object" => $"{Subject}details {{ object a \"a boat\" {{ {property} }} }}\n",
            "text" => $"{Subject}details {{ text a \"Low tide\" {{ {property} }} }}\n",
            "region" => $"{Subject}details {{ region a \"a sky\" {{ {property} }} }}\n",
            "reference" => $"{Subject}reference a \"a.png\" {{ role: style, {property} }}\n",
            _ => $"{Subject}{kind} {{ {property} }}\n",
        };
    }

    private static string Show(Passage passage)
    {
        string scope =
            passage.Scope.Thing is { } thing ? thing.Name ?? "thing"
            : passage.Scope.Area is not null ? "area"
            : passage.Scope.IsSubject ? "subject"
            : "picture";
        string key = passage.Key is null ? "" : "." + passage.Key;
        return $"{passage.Role} {scope} {passage.Kind}{key}: {passage.Plain}";
    }

    private static Stage StageOf(string text) => Compile(text).Builds[0].Stages[0].Model;

    private static CompilationResult Compile(string text) => new PromptCompiler().Compile(text);
}
