namespace WebApi;

/// <summary>The section <c>Pictures</c> of the configuration.</summary>
public sealed class PictureOptions
{
    /// <summary>What one picture may cost, in US dollars.</summary>
    public decimal MaxCost { get; set; } = 0.10m;

    /// <summary>The folder for pictures, records and cache.</summary>
    public string Folder { get; set; } = "data";
}
