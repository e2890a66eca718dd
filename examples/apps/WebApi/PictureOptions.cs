namespace WebApi;

/// <summary>The section <c>Pictures</c> of the configuration.</summary>
public sealed class PictureOptions
{
    /// <summary>What one picture may cost, in US dollars.</summary>
    public decimal MaxCost { get; set; } = 0.10m;

    /// <summary>How many pictures are made at once.</summary>
    public int AtOnce { get; set; } = 4;

    /// <summary>How many requests may wait for that; more are refused.</summary>
    public int Waiting { get; set; } = 16;

    /// <summary>The folder for pictures, records and cache.</summary>
    public string Folder { get; set; } = "data";
}
