using PromptDsl;
using PromptDsl.Text;

namespace ChatBot;

/// <summary>The template that gives every wish the look of the house.</summary>
internal sealed class WishTemplate(IHostEnvironment environment)
{
    public const string FileName = "wish.imgp";

    private readonly SourceText _source = SourceText.FromBytes(
        File.ReadAllBytes(Path.Combine(environment.ContentRootPath, "templates", FileName)),
        FileName
    );

    public CompiledWish Compile(string wish)
    {
        // Without words the template has a wish of its own.
        var options = new CompilerOptions
        {
            Parameters = wish.Length == 0 ? [] : [new ParameterBinding("wish", wish, "the command")],
        };
        return new CompiledWish(new PromptCompiler().Compile(_source, options), options);
    }
}
