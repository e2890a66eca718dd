namespace PromptDsl.Targets;

/// <summary>
/// How the tokens of an input image are counted: scaled until its shorter side is
/// <see cref="TilePixels"/>, it counts the base and each tile that it covers.
/// </summary>
/// <param name="Base">Tokens of every image.</param>
/// <param name="PerTile">Tokens of each tile.</param>
/// <param name="TilePixels">The edge of a tile in pixels.</param>
/// <param name="HighFidelitySquare">Tokens that input fidelity high adds to a square image.</param>
/// <param name="HighFidelityOther">Tokens that input fidelity high adds to any other image.</param>
public sealed record InputTokenRule(
    int Base,
    int PerTile,
    int TilePixels,
    int HighFidelitySquare,
    int HighFidelityOther
);
