using System.Collections.Concurrent;
using System.Globalization;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Tests.Infrastructure;

/// <summary>Answers as a script says, else with pictures.</summary>
internal sealed class FakeProvider : IImageProvider
{
    private int _calls;
    private int _inFlight;

    public string Name => "fake";

    public string Endpoint => "fake://pictures";

    public bool IsPaid { get; init; }

    /// <summary>What a call gives, counted from 1; null for pictures.</summary>
    public Func<ProviderRequest, int, Task<ProviderOutcome?>>? Script { get; set; }

    /// <summary>How long a picture takes; needs no clock.</summary>
    public Func<CancellationToken, Task> Work { get; set; } = _ => Task.CompletedTask;

    public TokenUsage? Usage { get; init; }

    public ConcurrentQueue<ProviderRequest> Sent { get; } = [];

    public int MostAtOnce { get; private set; }

    public IEnumerable<string> SentStages => Sent.Select(r => r.Stage.Name);

    public async Task<ProviderOutcome> SendAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        int call;
        lock (Sent)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_inFlight);
            call = ++_calls;
            Sent.Enqueue(request);
        }

        try
        {
            await Work(cancellationToken);
            return (Script is null ? null : await Script(request, call)) ?? await AnswerAsync(request, call);
        }
        finally
        {
            lock (Sent)
            {
                _inFlight--;
            }
        }
    }

    public async Task<ProviderAnswer> AnswerAsync(ProviderRequest request, int call)
    {
        var pictures = new List<PictureFile>();
        for (int i = 0; i < request.Request.Count; i++)
        {
            pictures.Add(await TestPictures.WriteAsync(request.Folder, $"{i}.png", TestPictures.Next()));
        }

        return new ProviderAnswer
        {
            Pictures = [.. pictures],
            Usage = Usage,
            ResponseId = request.Request.ConversationModel is null
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"resp-{call}"),
            RequestId = string.Create(CultureInfo.InvariantCulture, $"req-{call}"),
        };
    }
}
