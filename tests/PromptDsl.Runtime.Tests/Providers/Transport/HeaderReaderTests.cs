using System.ClientModel.Primitives;
using System.Diagnostics.CodeAnalysis;
using PromptDsl.Runtime.Providers.OpenAi.Transport;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers.Transport;

public class HeaderReaderTests
{
    [Theory]
    [InlineData("retry-after-ms", "250.5", 250.5)]
    [InlineData("x-ms-retry-after-ms", "250", 250)]
    [InlineData("retry-after", "2", 2000)]
    [InlineData("retry-after", "0.5", 500)]
    [InlineData("retry-after", "Sat, 21 Nov 2026 10:00:30 GMT", 30_000)]
    [InlineData("retry-after", "Sat, 21 Nov 2026 09:00:00 GMT", 0)]
    [InlineData("retry-after", "Saturday, 21-Nov-26 10:00:30 GMT", 30_000)]
    [InlineData("retry-after", "Sat Nov 21 10:00:30 2026", 30_000)]
    public void The_time_to_wait_is_read(string name, string value, double milliseconds) =>
        Assert.Equal(
            TimeSpan.FromMilliseconds(milliseconds),
            HeaderReader.RetryAfter(new Headers { [name] = value }, new FixedClock())
        );

    [Theory]
    [InlineData("later")]
    [InlineData("-5")]
    [InlineData("-Infinity")]
    [InlineData("2, 3")]
    [InlineData("")]
    public void What_is_no_time_is_none(string value) =>
        Assert.Null(HeaderReader.RetryAfter(new Headers { ["retry-after"] = value }, new FixedClock()));

    [Fact]
    public void A_date_is_held_against_the_clock_of_the_server() =>
        Assert.Equal(
            TimeSpan.FromSeconds(5),
            HeaderReader.RetryAfter(
                new Headers
                {
                    ["retry-after"] = "Sat, 21 Nov 2026 07:00:05 GMT",
                    ["date"] = "Sat, 21 Nov 2026 07:00:00 GMT",
                },
                new FixedClock()
            )
        );

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);
    }

    private sealed class Headers : PipelineResponseHeaders
    {
        private readonly Dictionary<string, string> _values = [];

        public string this[string name]
        {
            set => _values[name] = value;
        }

        public override bool TryGetValue(string name, [NotNullWhen(true)] out string? value) =>
            _values.TryGetValue(name, out value);

        public override bool TryGetValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = _values.TryGetValue(name, out string? value) ? [value] : null;
            return values is not null;
        }

        public override IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();
    }
}
