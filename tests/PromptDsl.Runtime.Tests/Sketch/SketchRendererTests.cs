using PromptDsl.Compilation;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Sketch;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Runtime.Tests.Sketch.Infrastructure;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Runtime.Tests.Sketch;

public sealed class SketchRendererTests
{
    private const string Poster = """
        content: poster
        style { palette { primary: #336699, secondary: #99CC33, background: #F0E0D0 } }
        details {
          object house "a house" { at: left, color: #AA0011 }
          object tree "a tree" { at: right, color: #00AA22, count: 3 }
          text title "Slow Tide" { at: top, color: #112299 }
        }
        """;

    private const string Pipeline = """
        content: poster
        details { object house "a house" { at: left, color: #AA0011 } }
        stage first
        stage second {
          change: "add a moon"
          details { object moon "a moon" { right-of: house, color: #0022AA } }
        }
        """;

    [Theory]
    [InlineData(1024, 1536)]
    [InlineData(333, 77)]
    [InlineData(16, 16)]
    [InlineData(1, 1)]
    public void A_sketch_has_the_exact_size(int width, int height)
    {
        Raster picture = Sketches.Draw(Poster, width, height);

        Assert.Equal((width, height), (picture.Width, picture.Height));
    }

    [Fact]
    public void Ground_objects_and_lettering_have_their_colours_in_their_places()
    {
        Raster picture = Sketches.Draw(Poster);

        Assert.Equal(Rgb.FromHex(0xF0E0D0), Sketches.At(picture, 2, 2));
        Box house = Sketches.Extent(picture, "#AA0011");
        Box tree = Sketches.Extent(picture, "#00AA22");
        Box title = Sketches.Extent(picture, "#112299");
        Assert.True(house.Width > 100 && house.Height > 100);
        Assert.True(house.Right < 300 && tree.X > 300);
        Assert.True(title.Bottom <= Math.Min(house.Y, tree.Y));
        Assert.InRange(title.CenterX, 280, 320);
    }

    [Fact]
    public void Large_lettering_is_larger_than_small()
    {
        static int Height(string size) =>
            Sketches
                .Extent(Sketches.Draw($"details {{ text t \"Tide\" {{ size: {size}, color: #112299 }} }}"), "#112299")
                .Height;

        Assert.True(Height("small") < Height("normal"));
        Assert.True(Height("normal") < Height("large"));
    }

    [Fact]
    public void Capitals_are_as_declared()
    {
        static byte[] Draw(string text) => Sketches.Draw($"details {{ text t {text} }}").Pixels;

        Assert.Equal(Draw("\"TIDE\""), Draw("\"Tide\" { case: upper }"));
        Assert.NotEqual(Draw("\"Tide\""), Draw("\"Tide\" { case: upper }"));
    }

    [Fact]
    public void Lettering_in_the_colour_of_its_ground_stands_on_a_plate()
    {
        Raster picture = Sketches.Draw(
            """
            style { palette { background: #F0E0D0, primary: #336699 } }
            details { text t "Tide" { color: #F0E0D1 } }
            """
        );

        Box copy = Sketches.Extent(picture, "#F0E0D1");
        Assert.Equal(Rgb.Ink, Sketches.At(picture, copy.X - 4, copy.CenterY));
    }

    [Fact]
    public void A_transparent_ground_has_alpha_0_and_boxes_are_opaque()
    {
        Raster picture = SketchRenderer.Draw(Sketches.Order(Poster) with { IsTransparent = true });

        Assert.Equal(0, Sketches.AlphaAt(picture, 2, 2));
        Box house = Sketches.Extent(picture, "#AA0011");
        Assert.Equal(byte.MaxValue, Sketches.AlphaAt(picture, house.CenterX, house.Y + 4));
        Assert.Equal(byte.MaxValue, Sketches.AlphaAt(picture, 2, 597));
        Assert.All(Enumerable.Range(0, 600 * 600), i => Assert.True(picture.Pixels[(i * 4) + 3] is 0 or byte.MaxValue));
    }

    [Fact]
    public void The_safe_area_is_framed_and_holds_everything()
    {
        Raster picture = Sketches.Draw(
            """
            technical { safe-area { top: 60%, margin-left: 10%, margin-right: 20% } }
            details { object house "a house" { color: #AA0011 } }
            """
        );

        Box house = Sketches.Extent(picture, "#AA0011");
        Assert.Equal(house, house.Intersect(Box.FromEdges(60, 0, 480, 360)));
        Rgb ground = Sketches.At(picture, 30, 30);
        Assert.NotEqual(ground, Sketches.At(picture, 60, 100));
        Assert.NotEqual(ground, Sketches.At(picture, 479, 100));
        Assert.NotEqual(ground, Sketches.At(picture, 300, 359));
        Assert.Equal(ground, Sketches.At(picture, 300, 362));
    }

    [Fact]
    public void A_grid_has_its_cells_in_order()
    {
        Raster picture = Sketches.Draw(
            """
            details {
              grid 2x2 {
                cell "one" { object a "a" { color: #AA0001 } }
                cell "two" { object b "b" { color: #AA0002 } }
                cell "three" { object c "c" { color: #AA0003 } }
                cell "four" { object d "d" { color: #AA0004 } }
              }
            }
            """
        );

        Box[] cells = [.. Enumerable.Range(1, 4).Select(i => Sketches.Extent(picture, $"#AA000{i}"))];
        Assert.All(cells, c => Assert.True(c.Width > 50));
        Assert.True(cells[0].Right < cells[1].X && cells[2].Right < cells[3].X);
        Assert.True(cells[0].Bottom < cells[2].Y && cells[1].Bottom < cells[3].Y);
    }

    [Fact]
    public void A_region_has_its_share_its_palette_and_its_things()
    {
        Raster picture = Sketches.Draw(
            """
            details {
              region sky "clouds" { at: left, share: 50%, style { palette { background: #010203, primary: #445566 } } }
              region sea "waves" { at: right, share: 50%, object boat "a boat" { color: #AA0011 } }
            }
            """
        );

        Box sky = Sketches.Extent(picture, "#010203");
        Assert.InRange(sky.Right, 290, 310);
        Assert.True(Sketches.Extent(picture, "#AA0011").X >= 300);
    }

    [Fact]
    public void Columns_of_a_chart_are_as_high_as_their_numbers()
    {
        Raster picture = Sketches.Draw(
            """
            style { palette { background: #FFFFFF, primary: #AA0001, secondary: #AA0002, accent: #AA0003 } }
            details { table t { as: column-chart, row "a" [10], row "b" [20], row "c" [5] } }
            """
        );

        int[] heights = [.. Enumerable.Range(1, 3).Select(i => Sketches.Extent(picture, $"#AA000{i}").Height)];
        Assert.InRange(heights[1], 100, 600);
        Assert.InRange(heights[0] * 2.0 / heights[1], 0.95, 1.05);
        Assert.InRange(heights[2] * 4.0 / heights[1], 0.95, 1.05);
    }

    [Fact]
    public void A_callout_leads_from_its_side_to_what_it_names()
    {
        Raster picture = Sketches.Draw(
            """
            style { palette { background: #FFFFFF, accent: #AA00FF, primary: #336699 } }
            details {
              object mill "a mill" { at: center, color: #00AA22 }
              callout "Handle" { target: mill, side: left }
            }
            """
        );

        Box mill = Sketches.Extent(picture, "#00AA22");
        Box line = Sketches.Extent(picture, "#AA00FF");
        Assert.True(line.X < mill.X - 40);
        Assert.InRange(line.Right, mill.X, mill.X + 20);
    }

    [Fact]
    public void An_edit_is_drawn_on_its_first_input()
    {
        Raster first = Sketches.Plain(300, 300, Rgb.FromHex(0x13579B));
        Raster second = Sketches.Plain(300, 300, Rgb.FromHex(0x2468AC));
        SketchOrder order = Sketches.Order(Pipeline) with { Inputs = [first, second] };

        Raster picture = SketchRenderer.Draw(order);

        Assert.Equal(Rgb.FromHex(0x13579B), Sketches.At(picture, 5, 5));
        Assert.True(Sketches.Extent(picture, "#AA0011").IsEmpty);
        Assert.True(Sketches.Extent(picture, "#0022AA").X > 200);
        Assert.Contains(Rgb.FromHex(0x2468AC), Enumerable.Range(0, 600).Select(x => Sketches.At(picture, x, 560)));
    }

    [Fact]
    public void Of_an_edit_without_its_input_everything_that_is_known_is_drawn()
    {
        Raster picture = Sketches.Draw(Pipeline);

        Assert.False(Sketches.Extent(picture, "#AA0011").IsEmpty);
        Assert.False(Sketches.Extent(picture, "#0022AA").IsEmpty);
    }

    [Fact]
    public void What_an_edit_adds_stays_clear_of_what_its_input_has()
    {
        CompiledStage[] stages = Sketches.Compile(Pipeline);
        var size = new ImageSize(600, 600);
        Raster first = SketchRenderer.Draw(new SketchOrder { Stage = stages[0], Size = size });

        Raster picture = SketchRenderer.Draw(
            new SketchOrder
            {
                Stage = stages[1],
                Size = size,
                Inputs = [first],
            }
        );

        Assert.Equal(Sketches.Extent(first, "#AA0011"), Sketches.Extent(picture, "#AA0011"));
        Assert.False(Sketches.Extent(picture, "#0022AA").IsEmpty);
    }

    [Fact]
    public void Lettering_that_an_edit_corrects_is_drawn_where_it_was()
    {
        CompiledStage[] stages = Sketches.Compile(
            """
            details {
              object shuttle "a shuttle" { at: top, color: #AA0011 }
              text mark "QUARTZ" { below: shuttle, color: #112299 }
            }
            stage set
            stage proofread {
              change: "redraw the letters"
              details { text corrected "QUARTZ" { color: #229911 } }
            }
            """
        );
        var size = new ImageSize(600, 600);
        Raster first = SketchRenderer.Draw(new SketchOrder { Stage = stages[0], Size = size });

        Raster picture = SketchRenderer.Draw(
            new SketchOrder
            {
                Stage = stages[1],
                Size = size,
                Inputs = [first],
            }
        );

        Assert.True(Sketches.Extent(picture, "#112299").IsEmpty);
        Assert.Equal(Sketches.Extent(first, "#112299"), Sketches.Extent(picture, "#229911"));
    }

    [Theory]
    [InlineData("[#F2C53D, #2F4A6D]", "a sunny yard", 0xF5F2EA)]
    [InlineData("[#EFE3C8, #2F4A6D]", "a sunny yard", 0xEFE3C8)]
    [InlineData("[#EFE3C8, #101828]", "a moonlit yard", 0x101828)]
    public void A_plain_palette_lends_the_ground_its_lightest_or_darkest_colour(
        string palette,
        string light,
        int ground
    )
    {
        Raster picture = Sketches.Draw($"style {{ palette: {palette}, lighting: \"{light}\" }}\nsubject: \"a yard\"");

        Assert.Equal(Rgb.FromHex(ground), Sketches.At(picture, 2, 2));
    }

    [Fact]
    public void The_ground_is_that_of_whichever_kind_of_content_says_one()
    {
        Raster picture = Sketches.Draw("education { level: \"ten\" }\ndiagram { background: #EEF3F8 }");

        Assert.Equal(Rgb.FromHex(0xEEF3F8), Sketches.At(picture, 2, 2));
    }

    [Fact]
    public void Many_inputs_and_colours_leave_room_for_the_caption()
    {
        Rgb blue = Rgb.FromHex(0x13579B);
        string palette = string.Join(", ", Enumerable.Range(16, 40).Select(i => $"#0000{i:X2}"));
        SketchOrder order = Sketches.Order($"style {{ palette: [{palette}] }}\nsubject: \"a lake\"") with
        {
            Inputs = [.. Enumerable.Repeat(Sketches.Plain(90, 100, blue), 16)],
        };

        Raster picture = SketchRenderer.Draw(order);

        Assert.Contains(
            Enumerable.Range(470, 130).SelectMany(y => Enumerable.Range(300, 300).Select(x => (x, y))),
            at => Sketches.At(picture, at.x, at.y) == blue
        );
        Assert.All(
            Enumerable.Range(470, 130).SelectMany(y => Enumerable.Range(0, 120).Select(x => (x, y))),
            at => Assert.NotEqual(blue, Sketches.At(picture, at.x, at.y))
        );
    }

    [Fact]
    public void A_mask_is_hatched_where_it_is_transparent_and_nowhere_else()
    {
        Rgb blue = Rgb.FromHex(0x13579B);
        Raster mask = Sketches.Plain(600, 600, Rgb.White);
        for (int y = 100; y < 200; y++)
        {
            mask.Row(y)[(100 * Raster.BytesPerPixel)..(200 * Raster.BytesPerPixel)].Clear();
        }

        SketchOrder order = Sketches.Order("stage a { subject: \"a lake\" }\nstage b { change: \"a boat\" }") with
        {
            Inputs = [Sketches.Plain(600, 600, blue)],
            Mask = mask,
        };
        Raster picture = SketchRenderer.Draw(order);

        Assert.All(Enumerable.Range(100, 100), x => Assert.NotEqual(blue, Sketches.At(picture, x, 150)));
        Assert.All(Enumerable.Range(200, 300), x => Assert.Equal(blue, Sketches.At(picture, x, 150)));
        Assert.Equal(blue, Sketches.At(picture, 150, 99));
        Assert.Equal(blue, Sketches.At(picture, 150, 200));
    }

    [Fact]
    public void Variations_can_be_told_apart()
    {
        SketchOrder order = Sketches.Order(Poster) with { Variations = 10 };

        byte[][] pictures =
        [
            .. Enumerable.Range(1, 10).Select(v => SketchRenderer.Draw(order with { Variation = v }).Pixels),
        ];

        Assert.Equal(10, pictures.Select(Convert.ToHexString).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("style { lighting: \"a moonlit night\" }")]
    [InlineData("subject \"a hut\" { setting: \"어두운 골목\" }")]
    public void A_dark_scene_has_a_dark_ground(string scene)
    {
        Assert.True(Sketches.At(Sketches.Draw(scene), 2, 2).Luminance < 0.1);
        Assert.True(Sketches.At(Sketches.Draw("subject: \"a hut\""), 2, 2).Luminance > 0.8);
    }

    [Theory]
    [InlineData("object a \"x\" { left-of: b }\nobject b \"y\" { left-of: a }")]
    [InlineData("object a \"x\" { inside: b }\nobject b \"y\" { inside: a }")]
    [InlineData("object a \"x\" { holding: b }\nobject b \"y\" { wearing: a }")]
    [InlineData("object a \"x\" { on: a }")]
    public void Things_in_a_circle_are_all_drawn(string things)
    {
        string coloured = things
            .Replace("object a \"x\" {", "object a \"x\" { color: #AA0001,", StringComparison.Ordinal)
            .Replace("object b \"y\" {", "object b \"y\" { color: #AA0002,", StringComparison.Ordinal);

        Raster picture = Sketches.Draw($"details {{\n{coloured}\n}}");

        Assert.False(Sketches.Extent(picture, "#AA0001").IsEmpty);
        Assert.Equal(
            things.Contains("object b", StringComparison.Ordinal),
            !Sketches.Extent(picture, "#AA0002").IsEmpty
        );
    }
}
