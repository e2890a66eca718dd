using PromptDsl.Compilation;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Sketch;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using PromptDsl.Targets.Requests;
using PromptDsl.Text;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Runtime.Tests.Sketch;

public sealed class ExampleSketchTests
{
    private static readonly string Root = RepositoryRoot.PathOf("examples");

    public static TheoryData<string> Examples =>
        [
            .. Directory
                .EnumerateFiles(Root, "*.imgp", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Every stage of every example, each on the pictures of those before it.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_drawn(string path)
    {
        CompilationResult result = new PromptCompiler(new ExampleFiles()).Compile(Read(path));
        foreach (CompiledBuild build in result.Builds)
        {
            Dictionary<string, Raster> pictures = new(StringComparer.Ordinal);
            foreach (CompiledStage stage in build.Stages)
            {
                ImageSize size = stage.Request.Size.Size ?? new ImageSize(1024, 1024);
                SketchOrder order = new()
                {
                    Stage = stage,
                    Size = new ImageSize(size.Width / 2, size.Height / 2),
                    Inputs = [.. stage.Request.Inputs.Select(i => Input(i.Source, pictures))],
                };

                Raster picture = SketchRenderer.Draw(order);

                Assert.Equal(picture.Pixels, SketchRenderer.Draw(order).Pixels);
                Assert.True(Colours(picture) >= 3);
                pictures[stage.Name] = picture;
            }
        }
    }

    private static Raster Input(InputSource source, Dictionary<string, Raster> pictures) =>
        source is StageInput stage
            ? pictures[stage.Stage]
            : PictureDecoder.Decode(File.ReadAllBytes(Path.Combine(Root, ((FileInput)source).Path)));

    private static int Colours(Raster picture) =>
        Enumerable
            .Range(0, picture.Pixels.Length / Raster.BytesPerPixel)
            .Select(i => BitConverter.ToInt32(picture.Pixels, i * Raster.BytesPerPixel))
            .Distinct()
            .Count();

    private static SourceText Read(string path) =>
        SourceText.FromBytes(File.ReadAllBytes(Path.Combine(Root, path)), path);

    private sealed class ExampleFiles : ISourceResolver
    {
        public SourceResolution Resolve(string path) =>
            File.Exists(Path.Combine(Root, path)) ? SourceResolution.Found(Read(path)) : SourceResolution.NotFound;
    }
}
