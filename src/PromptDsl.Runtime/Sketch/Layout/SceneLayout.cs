using System.Collections.Immutable;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Runtime.Sketch.Layout;

/// <summary>
/// Turns spots into boxes. Spots in use become columns and rows as wide as what is in them, and places of
/// the picture that are not used stay as narrow gaps, so that what is at the left is seen to be at the
/// left. Boxes never overlap.
/// </summary>
internal static class SceneLayout
{
    private const double Gap = 0.3;

    /// <summary>Places all things except those with a host.</summary>
    /// <param name="isSettled">
    /// Whether a thing is where an earlier picture has it; beside such things others take no more room than
    /// the gaps, so that nothing settled moves.
    /// </param>
    public static ImmutableArray<PlacedThing> Arrange(
        ImmutableArray<Thing> things,
        SpotFinder spots,
        Box area,
        int gap,
        Func<Thing, bool> isSettled
    )
    {
        ImmutableArray<SpotCell> cells =
        [
            .. things
                .Where(t => spots.HostOf(t) is null)
                .GroupBy(t => (spots.Find(t).Column, spots.Find(t).Row))
                .Select(g => new SpotCell(spots.Find(g.First()), [.. g])),
        ];
        if (cells.IsEmpty)
        {
            return [];
        }

        bool hasSettled = things.Any(isSettled);
        bool showsPlaces = things.All(t => Spot.Of(t) is not null || !t.Relations.IsEmpty);
        double Weight(SpotCell cell, double weight) => hasSettled && !cell.Things.Any(isSettled) ? Gap : weight;
        SortedDictionary<double, double> columns = Track(
            cells,
            c => c.Spot.Column,
            c => Weight(c, c.Width),
            showsPlaces
        );
        SortedDictionary<double, double> rows = Track(cells, c => c.Spot.Row, c => Weight(c, c.Height), showsPlaces);
        Box[] columnBoxes = area.Columns([.. columns.Values], gap);
        Box[] rowBoxes = area.Rows([.. rows.Values], gap);
        double[] columnKeys = [.. columns.Keys];
        double[] rowKeys = [.. rows.Keys];
        HashSet<(double Column, double Row)> taken = [.. cells.Select(c => (c.Spot.Column, c.Spot.Row))];
        return
        [
            .. cells.SelectMany(cell =>
            {
                (int first, int last) = Reach(cell, taken, columnKeys);
                Box row = rowBoxes[Array.IndexOf(rowKeys, cell.Spot.Row)];
                var box = Box.FromEdges(columnBoxes[first].X, row.Y, columnBoxes[last].Right, row.Bottom);
                return Place(cell, box, gap);
            }),
        ];
    }

    /// <summary>The columns or rows in use with their weights, and the three of the picture when all things have places.</summary>
    private static SortedDictionary<double, double> Track(
        ImmutableArray<SpotCell> cells,
        Func<SpotCell, double> key,
        Func<SpotCell, double> weight,
        bool showsPlaces
    )
    {
        var track = new SortedDictionary<double, double>();
        for (int place = 0; showsPlaces && place <= 2; place++)
        {
            track[place] = Gap;
        }

        foreach (SpotCell cell in cells)
        {
            track[key(cell)] = Math.Max(track.GetValueOrDefault(key(cell)), weight(cell));
        }

        return track;
    }

    /// <summary>The first and the last column that a cell takes: it widens into free columns of its row.</summary>
    private static (int First, int Last) Reach(
        SpotCell cell,
        HashSet<(double Column, double Row)> taken,
        double[] columns
    )
    {
        int first = Array.IndexOf(columns, cell.Spot.Column);
        int last = first;
        bool isLettering = cell.Things.All(t => t is TextThing);
        bool isAnchored = cell.Spot.IsFirm && !isLettering;
        bool mayWidenLeft = !isAnchored && !(cell.Spot.IsFirm && cell.Spot.Column <= 0);
        bool mayWidenRight = !isAnchored && !(cell.Spot.IsFirm && cell.Spot.Column >= 2);
        while (mayWidenLeft && first > 0 && taken.Add((columns[first - 1], cell.Spot.Row)))
        {
            first--;
        }

        while (mayWidenRight && last < columns.Length - 1 && taken.Add((columns[last + 1], cell.Spot.Row)))
        {
            last++;
        }

        return (first, last);
    }

    private static IEnumerable<PlacedThing> Place(SpotCell cell, Box box, int gap)
    {
        Box[] rows = box.Rows(cell.RowHeights, gap);
        for (int i = 0; i < cell.Things.Length; i++)
        {
            int row = i / cell.Columns;
            int inRow = Math.Min(cell.Columns, cell.Things.Length - (row * cell.Columns));
            Box place = rows[row].Cells(inRow, 1, gap)[i % cell.Columns];
            yield return new PlacedThing(cell.Things[i], place, cell.Spot.Alignment);
        }
    }
}
