using System.Net.Sockets;

namespace PromptDsl.Runtime.Tests.EndToEnd.Infrastructure;

/// <summary>Connections of which the first ones are refused, as where nobody listens.</summary>
internal static class RefusedConnections
{
    /// <summary>Makes them.</summary>
    /// <param name="count">How many are refused.</param>
    public static SocketsHttpHandler Create(int count)
    {
        int left = count;
        return new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                if (Interlocked.Decrement(ref left) >= 0)
                {
                    throw new SocketException((int)SocketError.ConnectionRefused);
                }

                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
    }
}
