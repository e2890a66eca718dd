// <program>
using Microsoft.Extensions.DependencyInjection;
using PromptDsl;
using PromptDsl.Runtime;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Sketch;
using PromptDsl.Targets.Prices;
using PromptDsl.Text;

// </program>
// Outside of the namespaces of the library, as the programs of others are.
namespace Newcomer;

internal static class RunFromCode
{
    public static async Task RunAsync(string folder, CancellationToken cancellationToken)
    {
        // <run>
        var services = new ServiceCollection();
        services.AddSingleton<IPictureCache>(new FilePictureCache(Path.Combine(folder, "cache")));
        services.AddPromptRunner(_ => new SketchProvider());
        await using ServiceProvider provider = services.BuildServiceProvider();
        PromptRunner runner = provider.GetRequiredService<PromptRunner>();

        byte[] file = await File.ReadAllBytesAsync(Path.Combine(folder, "cabin.imgp"), cancellationToken);
        var options = new CompilerOptions();
        CompilationResult compiled = new PromptCompiler().Compile(SourceText.FromBytes(file, "cabin.imgp"), options);
        if (!compiled.Succeeded)
        {
            throw new InvalidDataException(compiled.Diagnostics.First(d => d.IsError).Message);
        }

        RunResult result = await runner.RunAsync(
            [new RunSource("cabin.imgp", compiled, options, Root: folder)],
            new RunOptions
            {
                Yes = true,
                MaxCost = new Money(0.50m),
                OutputFolder = Path.Combine(folder, "out"),
                StateFolder = Path.Combine(folder, "state"),
            },
            cancellationToken: cancellationToken
        );
        Console.WriteLine($"{result.Status} for {result.Money.Spent}");
        foreach (NodeResult node in result.Nodes)
        {
            Console.WriteLine($"{node.Node}: {node.Failure?.Message ?? node.Pictures[0].Path}");
        }
        // </run>
    }
}
