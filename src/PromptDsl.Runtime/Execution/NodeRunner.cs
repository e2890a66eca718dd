using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Verification;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Execution;

/// <summary>Makes the pictures of a stage, once those that it builds on are there.</summary>
internal sealed class NodeRunner(RunContext run, SendingRunner sendings, ArtifactWriter artifacts, OutputFiles output)
{
    public async Task<NodeOutcome> RunAsync(RunNode node, NodeOutcome[] needed)
    {
        if (Array.Find(needed, n => n.Selected is null) is { } missing)
        {
            return WithoutIts(node, missing.Result);
        }

        if (run.Stopping.IsCancellationRequested)
        {
            return new NodeOutcome(new NodeResult(node.Key, NodeStatus.NotMade));
        }

        try
        {
            run.Events.Report(new NodeStarted(node.Key, node.IsBefore ? 0 : node.Request.Repeat));
            return node.IsBefore
                ? await BeginFromAsync(node)
                : await MakeAsync(node, await run.Inputs.ReadAsync(node, needed.ToDictionary(n => n.Result.Node)));
        }
        catch (InputException e)
        {
            return Fail(node, Failures.Create(node, RunFailureKind.Input, e.Message), [], PriceRange.Zero);
        }
        catch (Exception e) when (FileWriteException.IsOfDisk(e))
        {
            return Fail(node, NotWritten(node, e), [], PriceRange.Zero);
        }
        catch (OperationCanceledException) when (run.Aborting.IsCancellationRequested)
        {
            return new NodeOutcome(new NodeResult(node.Key, NodeStatus.NotMade));
        }
    }

    /// <summary>Where the run itself can keep nothing, a further answer would be paid for and lost.</summary>
    private RunFailure NotWritten(RunNode node, Exception failure)
    {
        bool isOfOutput = failure is FileWriteException { IsDiskFull: false } written && !run.Records.Has(written.Path);
        if (!isOfOutput)
        {
            run.StopSending();
        }

        return Failures.Storage(node, failure);
    }

    private NodeOutcome WithoutIts(RunNode node, NodeResult missing)
    {
        switch (missing.Status)
        {
            case NodeStatus.Pending or NodeStatus.NotMade:
                return new NodeOutcome(new NodeResult(node.Key, missing.Status));
            default:
                PlanKey because = missing.Because ?? missing.Node;
                run.Events.Report(new NodeSkipped(node.Key, because));
                return new NodeOutcome(new NodeResult(node.Key, NodeStatus.Skipped) { Because = because });
        }
    }

    private async Task<NodeOutcome> BeginFromAsync(RunNode node)
    {
        if (await output.FindAsync(node, node.Selected) is not var (picture, record))
        {
            RunFailure failure = Failures.Create(
                node,
                RunFailureKind.NothingToBeginFrom,
                $"`{output.PathOf(node, node.Selected)}` is not in the output folder as a run left it"
            ) with
            {
                Help = "Begin at an earlier stage, or at the first: what is cached is not paid for again.",
            };
            return Fail(node, failure, [], PriceRange.Zero);
        }

        // Later runs may replace it: what is built on does not change under a run.
        string copy = Path.Combine(run.Records.NextPictureFolder(record.RequestSha256), Path.GetFileName(picture.Path));
        await DurableFile.CopyAsync(picture.Path, copy, picture.Sha256, run.Aborting);
        PictureFile kept = picture with { Path = copy };
        var key = new SendingKey(node.Key, 0, record.RequestSha256);
        await run.Journal.AppendAsync(
            new SendingReused(key, ReuseSource.Output, [kept with { Path = run.Records.Relative(copy) }])
            {
                ResponseId = record.ResponseId,
            }
        );
        run.Events.Report(new NodeReused(node.Key, 0, ReuseSource.Output));
        var artifact = new Artifact(node.Selected, picture.Path, picture.Sha256, picture.Length)
        {
            Checks = record.Checks,
        };
        return new NodeOutcome(
            Finish(node, NodeStatus.Reused, [artifact], 1, PriceRange.Zero),
            kept,
            record.ResponseId
        );
    }

    private async Task<NodeOutcome> MakeAsync(RunNode node, NodeInputs inputs)
    {
        ImmutableArray<Sending> all =
        [
            .. Enumerable
                .Range(0, node.Request.Repeat)
                .Select(ordinal => new Sending(
                    node,
                    inputs,
                    new SendingKey(node.Key, ordinal, inputs.KeyOf(run.Provider, node.Request, ordinal))
                )),
        ];
        SendingOutcome[] outcomes = await Task.WhenAll(all.Select(sendings.RunAsync));
        WrittenPictures written = await WriteAllAsync(node, all, outcomes);
        return Conclude(node, outcomes, written) with
        {
            Unanswered =
            [
                .. all.Zip(outcomes)
                    .Where(s => s.Second.State == SendingState.Stopped)
                    .Select(s => s.First.Key.Request),
            ],
        };
    }

    private async Task<WrittenPictures> WriteAllAsync(
        RunNode node,
        ImmutableArray<Sending> all,
        SendingOutcome[] outcomes
    )
    {
        var pictures = ImmutableArray.CreateBuilder<Artifact>();
        SelectedPicture? selected = null;
        RunFailure? failure = null;
        foreach ((Sending sending, SendingOutcome outcome) in all.Zip(outcomes))
        {
            foreach ((int index, PictureFile picture) in outcome.Pictures.Index())
            {
                int variant = sending.Ordinal * node.Request.Count + index + 1;
                ImmutableArray<PictureCheck> checks = await run.Verifier.VerifyAsync(
                    node.Stage,
                    picture.Path,
                    run.Aborting
                );
                try
                {
                    pictures.Add(await WriteAsync(sending, outcome, picture, variant, checks));
                }
                catch (Exception e) when (FileWriteException.IsOfDisk(e))
                {
                    // The other variants may have their place.
                    failure ??= NotWritten(node, e);
                }

                if (variant == node.Selected)
                {
                    selected = new SelectedPicture(picture, outcome.ResponseId, checks);
                }
            }
        }

        return new WrittenPictures(pictures.ToImmutable(), selected, failure);
    }

    private NodeOutcome Conclude(RunNode node, SendingOutcome[] outcomes, WrittenPictures written)
    {
        (ImmutableArray<Artifact> pictures, SelectedPicture? selected, RunFailure? unwritten) = written;
        var cost = PriceRange.Sum(outcomes.Select(o => o.Cost));
        if ((unwritten ?? outcomes.Select(o => o.Failure).FirstOrDefault(f => f is not null)) is { } failure)
        {
            return Fail(node, failure, pictures, cost);
        }

        if (Unfinished(outcomes) is { } unfinished)
        {
            return new NodeOutcome(new NodeResult(node.Key, unfinished) { Pictures = pictures, Cost = cost });
        }

        if (selected is null)
        {
            RunFailure pick = Failures.Create(
                node,
                RunFailureKind.Pick,
                $"variant {node.Selected} goes on, and {pictures.Length} came"
            );
            return Fail(node, pick, pictures, cost);
        }

        if (selected.Checks.Any(c => c.Status == CheckStatus.Failed))
        {
            return Reject(node, pictures, cost, selected);
        }

        bool isReused = Array.TrueForAll(outcomes, o => o.State == SendingState.Reused);
        NodeResult result = Finish(node, isReused ? NodeStatus.Reused : NodeStatus.Made, pictures, node.Variants, cost);
        return new NodeOutcome(result, selected.Picture, selected.ResponseId);
    }

    private static NodeStatus? Unfinished(SendingOutcome[] outcomes) =>
        Array.Exists(outcomes, o => o.State == SendingState.Batched) ? NodeStatus.Pending
        : Array.Exists(outcomes, o => o.State == SendingState.Stopped) ? NodeStatus.NotMade
        : null;

    private async Task<Artifact> WriteAsync(
        Sending sending,
        SendingOutcome outcome,
        PictureFile picture,
        int variant,
        ImmutableArray<PictureCheck> checks
    )
    {
        ImmutableArray<CheckResult> results = [.. checks.Select(c => new CheckResult(c.Key, c.Status, c.Message))];
        foreach (CheckResult result in results)
        {
            run.Events.Report(new NodeChecked(sending.Node.Key, variant, result));
        }

        return await artifacts.WriteAsync(sending, outcome, picture, variant, results);
    }

    private NodeResult Finish(
        RunNode node,
        NodeStatus status,
        ImmutableArray<Artifact> pictures,
        int asked,
        PriceRange cost
    )
    {
        run.Events.Report(new NodeFinished(node.Key, status, pictures, asked, node.Selected, cost));
        return new NodeResult(node.Key, status)
        {
            Pictures = pictures,
            Selected = node.Selected,
            Cost = cost,
        };
    }

    /// <summary>The picture that was paid for is kept; later stages do not build on it, as they would pay for its fault.</summary>
    private NodeOutcome Reject(
        RunNode node,
        ImmutableArray<Artifact> pictures,
        PriceRange cost,
        SelectedPicture selected
    )
    {
        RunFailure failure = Failures.Expectations(node, selected.Checks);
        NodeResult result = Fail(node, failure, pictures, cost).Result with { Status = NodeStatus.Rejected };
        return run.Options.BuildsOnFailedExpectations
            ? new NodeOutcome(result, selected.Picture, selected.ResponseId)
            : new NodeOutcome(result);
    }

    private NodeOutcome Fail(RunNode node, RunFailure failure, ImmutableArray<Artifact> pictures, PriceRange cost)
    {
        ImmutableArray<string> places = [.. failure.Places.Prepend(failure.Primary).Select(p => p.Place.ToString())];
        run.Events.Report(new NodeFailed(node.Key, failure.Kind, failure.Message, failure.Help, places));
        return new NodeOutcome(
            new NodeResult(node.Key, NodeStatus.Failed)
            {
                Pictures = pictures,
                Selected = node.Selected,
                Failure = failure,
                Cost = cost,
            }
        );
    }
}
