using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace ChatBot;

/// <summary>The orders that wait, as many as there may be.</summary>
internal sealed class OrderQueue(IOptions<BotOptions> options)
{
    private readonly Channel<Order> _orders = Channel.CreateBounded<Order>(options.Value.QueueLength);

    public IAsyncEnumerable<Order> All => _orders.Reader.ReadAllAsync();

    /// <summary>Whether there was room.</summary>
    public bool TryAdd(Order order) => _orders.Writer.TryWrite(order);

    /// <summary>Takes no more; those that wait are still worked on.</summary>
    public void Close() => _orders.Writer.TryComplete();
}
