using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Sdk;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>
/// Checks many generated texts, the same in every run. <c>PROMPTC_TEXTS</c> multiplies their number and
/// <c>PROMPTC_SEED</c> chooses others; a text that fails is made as small as it can be.
/// </summary>
internal static class TextProperty
{
    private static readonly int Factor = Setting("PROMPTC_TEXTS", 1);
    private const int Batch = 100;

    private static readonly int Seed = Setting("PROMPTC_SEED", 20_260_801);

    /// <summary>Makes the check for each text; it may be shrunk when it holds for parts of such texts as well.</summary>
    public static void Holds(Gen<string> texts, int count, Action<string> check, bool shrink = true)
    {
        string? failed = ParallelEnumerable
            .Range(0, count * Factor / Batch)
            .SelectMany(batch => texts.Sample(Batch, new Rnd((ulong)(Seed + batch)), size: 50))
            .FirstOrDefault(text => Failure(text, check) is not null);
        if (failed is not null)
        {
            string shrunk = shrink ? Shrink(failed, check) : failed;
            throw new XunitException($"{Failure(shrunk, check)}\nfor the text {Show(shrunk)}");
        }
    }

    /// <summary>Leaves pieces out, smaller and smaller ones, for as long as the check fails.</summary>
    private static string Shrink(string text, Action<string> check)
    {
        for (int size = text.Length / 2; size > 0; size = size == 1 ? 0 : (size + 1) / 2)
        {
            for (int start = 0; start + size <= text.Length; )
            {
                string shorter = text.Remove(start, size);
                if (Failure(shorter, check) is null)
                {
                    start++;
                }
                else
                {
                    text = shorter;
                }
            }
        }

        return text;
    }

    private static string? Failure(string text, Action<string> check)
    {
        try
        {
            check(text);
            return null;
        }
        catch (Exception failure)
        {
            return failure.ToString();
        }
    }

    private static string Show(string text)
    {
        var builder = new StringBuilder("\"");
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' or '\\' => builder.Append('\\').Append(c),
                '\n' => builder.Append("\\n"),
                >= ' ' and <= '~' => builder.Append(c),
                _ => builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
            };
        }

        return builder.Append('"').ToString();
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int value
        )
            ? value
            : otherwise;
}
