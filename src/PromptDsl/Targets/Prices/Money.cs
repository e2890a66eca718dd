using System.Globalization;
using System.Text.Json.Serialization;

namespace PromptDsl.Targets.Prices;

/// <summary>An amount in US dollars, exact.</summary>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money(decimal Dollars) : IComparable<Money>
{
    private const int ShownDecimals = 4;
    private const int MostDecimals = 28;

    public static Money Zero { get; }

    /// <summary>More than any run costs: what is read is not larger, and sums of it stay exact.</summary>
    public static Money Largest { get; } = new(1_000_000_000m);

    /// <summary>The price of tokens at so many dollars per million.</summary>
    public static Money OfTokens(decimal tokens, decimal perMillion) => new(tokens * perMillion / 1_000_000m);

    /// <summary>Reads an amount such as <c>0.50</c>; none is negative or larger than a billion.</summary>
    public static bool TryParse(string text, out Money amount)
    {
        bool isNumber = decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal dollars
        );
        amount = new Money(dollars);
        return isNumber && dollars <= Largest.Dollars;
    }

    public static Money operator +(Money left, Money right) => new(left.Dollars + right.Dollars);

    public static Money operator -(Money left, Money right) => new(left.Dollars - right.Dollars);

    public static Money operator *(Money amount, int times) => new(amount.Dollars * times);

    public static bool operator <(Money left, Money right) => left.Dollars < right.Dollars;

    public static bool operator >(Money left, Money right) => left.Dollars > right.Dollars;

    public static bool operator <=(Money left, Money right) => left.Dollars <= right.Dollars;

    public static bool operator >=(Money left, Money right) => left.Dollars >= right.Dollars;

    public int CompareTo(Money other) => Dollars.CompareTo(other.Dollars);

    /// <summary>
    /// The amount for people, such as <c>$0.211</c> and <c>$0.000025</c>: rounded to four decimals, or to two
    /// digits that say something where it is so small that four would hide it; with two decimals at least.
    /// </summary>
    public override string ToString() => ToString(MidpointRounding.AwayFromZero);

    /// <summary>The amount for people, rounded in a direction: a lower bound down, an upper bound up.</summary>
    public string ToString(MidpointRounding rounding)
    {
        decimal size = Math.Abs(Dollars);
        string sign = Dollars < 0 ? "-" : "";
        decimal rounded = decimal.Round(size, DecimalsFor(size), rounding);
        return $"{sign}${rounded.ToString("0.00##########################", CultureInfo.InvariantCulture)}";
    }

    /// <summary>Four decimals, or as many as two digits other than leading zeros take.</summary>
    private static int DecimalsFor(decimal size)
    {
        int decimals = ShownDecimals;
        decimal smallest = 0.001m;
        while (size > 0 && size < smallest && decimals < MostDecimals)
        {
            decimals++;
            smallest /= 10;
        }

        return decimals;
    }

    /// <summary>The amount with its sign, for a difference: <c>+$0.05</c>.</summary>
    public string ToSignedString() => (Dollars >= 0 ? "+" : "") + ToString();
}
