namespace PromptDsl.Pictures.Jpeg;

/// <summary>The second bytes of markers, ITU-T T.81 table B.1.</summary>
internal static class JpegMarker
{
    public const byte BaselineFrame = 0xC0;
    public const byte ExtendedFrame = 0xC1;
    public const byte ProgressiveFrame = 0xC2;
    public const byte HuffmanTables = 0xC4;
    public const byte Extension = 0xC8;
    public const byte ArithmeticConditioning = 0xCC;
    public const byte FirstRestart = 0xD0;
    public const byte LastRestart = 0xD7;
    public const byte StartOfImage = 0xD8;
    public const byte EndOfImage = 0xD9;
    public const byte StartOfScan = 0xDA;
    public const byte QuantizationTables = 0xDB;
    public const byte RestartInterval = 0xDD;
    public const byte App0 = 0xE0;
    public const byte App11 = 0xEB;
    public const byte App14 = 0xEE;

    /// <summary>Whether it begins a frame: SOF0 to SOF15, among which three codes mean something else.</summary>
    public static bool IsFrame(byte marker) =>
        marker is >= 0xC0 and <= 0xCF and not (HuffmanTables or Extension or ArithmeticConditioning);

    /// <summary>Whether no segment follows it.</summary>
    public static bool IsAlone(byte marker) => marker is 0x01 or (>= FirstRestart and <= EndOfImage);
}
