using CsCheck;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines;

public class ProfileBuilderTests
{
    [Fact]
    public void RunsForWarmingUpDoNotCount()
    {
        EngineProfile profile = ProfileBuilder.Build(
            "m", [Session("session_initialization", 0, 50), Node("a", 101, 20), Session("model_run", 100, 30), Node("a", 201, 6), Session("model_run", 200, 10)], warmup: 1, unreadable: 3);

        Assert.Equal([TimeSpan.FromMicroseconds(10)], profile.Runs.ToArray());
        NodeTiming node = Assert.Single(profile.Nodes);
        Assert.Equal((1, TimeSpan.FromMicroseconds(6), 1.0), (node.Calls, node.Total, node.Share));
        Assert.Equal([new PhaseTiming("session_initialization", TimeSpan.FromMicroseconds(50))], profile.Phases.ToArray());
        Assert.Equal(3, profile.UnreadableEvents);
    }

    [Fact]
    public void TotalsOfOperatorsAndProvidersAreThoseOfTheirNodes()
    {
        EngineProfile profile = ProfileBuilder.Build(
            "m", [Session("model_run", 0, 100), Node("a", 1, 10, "Conv"), Node("b", 20, 30, "Conv"), Node("c", 60, 10, "Relu", "CUDA"), Node("a", 80, 10, "Conv")], warmup: 0, unreadable: 0);

        Assert.Equal(["b", "a", "c"], profile.Nodes.Select(node => node.Name));
        Assert.Equal((2, TimeSpan.FromMicroseconds(10)), (profile.Nodes[1].Calls, profile.Nodes[1].Mean));
        Assert.Equal(
            [new GroupTiming("Conv", 2, 3, TimeSpan.FromMicroseconds(50), 50 / 60.0), new GroupTiming("Relu", 1, 1, TimeSpan.FromMicroseconds(10), 10 / 60.0)],
            profile.Operators.ToArray());
        Assert.Equal(["CPU", "CUDA"], profile.Providers.Select(provider => provider.Name));
    }

    [Fact]
    public void ALoopsTimeIsWithoutThatOfItsBody()
    {
        EngineProfile profile = ProfileBuilder.Build(
            "m", [Session("model_run", 0, 200), Node("body", 10, 20, "Add"), Node("body", 40, 20, "Add"), Node("loop", 5, 100, "Loop"), Node("after", 105, 7, "Relu")], warmup: 0, unreadable: 0);

        Assert.Equal([60, 40, 7], profile.Nodes.Select(node => node.Total.TotalMicroseconds));
        Assert.Equal(["loop", "body", "after"], profile.Nodes.Select(node => node.Name));
    }

    [Fact]
    public void OwnTimesNeverSumToMoreThanTheTimeOfTheOutermost() =>
        Gen.Select(Gen.Long[0, 30], Gen.Long[0, 30]).List[0, 8].Sample(spans =>
        {
            // One inside the other, as calls on one thread are.
            List<TraceEvent> events = [];
            (long start, long end) = (0, 1000);
            foreach ((long before, long after) in spans)
            {
                (start, end) = (start + before, end - after);
                events.Add(Node("n" + events.Count, start, end - start));
            }
            long[] own = OwnTimes.Of(events);
            Assert.Equal(events.Count == 0 ? 0 : events[0].Duration, own.Sum());
        });

    internal static TraceEvent Node(string name, long start, long duration, string op = "Conv", string provider = "CPU") =>
        new("Node", name, 1, 2, start, duration, op, provider, [], []);

    internal static TraceEvent Session(string name, long start, long duration) => new("Session", name, 1, 2, start, duration, "", "", [], []);
}
