using PromptDsl.Emulator.Faults;

namespace PromptDsl.Emulator.Http;

/// <summary>Hands requests to their endpoints, and lets faults happen to them.</summary>
internal sealed class Dispatcher(
    IReadOnlyDictionary<string, IEndpoint> endpoints,
    FaultChooser faults,
    ErrorWriter errors,
    Counters counters
)
{
    public Outcome Dispatch(ApiRequest request)
    {
        Fault? fault = faults.Choose(FaultSubject.Of(request));
        if (fault is not null)
        {
            counters.CountFault(fault.Name);
        }

        return fault?.Kind switch
        {
            FaultKind.Error => new Outcome(errors.Answer(fault.ToError()), fault),
            FaultKind.HtmlError => new Outcome(ErrorWriter.Html(fault.Status, fault.Message), fault),
            FaultKind.CutBeforeHeaders => new Outcome(null, fault),
            _ => new Outcome(Answer(request, fault), fault),
        };
    }

    private ApiAnswer Answer(ApiRequest request, Fault? fault)
    {
        try
        {
            return endpoints[request.Endpoint].Answer(request with { Fault = fault });
        }
        catch (ApiException e)
        {
            return errors.Answer(e.Error);
        }
    }
}
