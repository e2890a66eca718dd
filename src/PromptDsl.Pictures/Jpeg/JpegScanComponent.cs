namespace PromptDsl.Pictures.Jpeg;

/// <summary>A channel of a scan and the numbers of its Huffman tables.</summary>
internal readonly record struct JpegScanComponent(JpegComponent Component, int DcTable, int AcTable);
