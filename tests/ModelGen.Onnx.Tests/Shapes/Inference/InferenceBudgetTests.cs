using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests.Inference;

public class InferenceBudgetTests
{
    [Fact]
    public void LargeTensorsLeaveRoomForSmallOnes()
    {
        var budget = new InferenceBudget(nodes: 1);
        int large = 0;
        while (budget.Room(PartialTensor.MostElements) is not null)
            large++;

        Assert.InRange(large, 100, 1000);
        Assert.All(Enumerable.Range(0, 50_000), _ => Assert.NotNull(budget.Room(4)));
    }

    [Fact]
    public void RoomEndsAtSomePoint()
    {
        var budget = new InferenceBudget(nodes: 1);
        int tensors = 0;
        while (budget.Room(1) is not null && tensors < 10_000_000)
            tensors++;

        Assert.InRange(tensors, 1_000_000, 2_000_000);
        Assert.Null(budget.Room(-1));
    }

    [Fact]
    public void EnteringASubgraphCostsItsInputsInitializersAndOutputsToo()
    {
        GraphProto graph = new GraphBuilder().Input("a", null).Input("b", null).Initializer("c", 1).Output("d").Proto;
        var budget = new InferenceBudget(nodes: 1);
        long before = budget.Visits;

        Assert.True(budget.TryEnter(graph));
        Assert.Equal(before - 5, budget.Visits);
        while (budget.TryVisit())
        {
        }
        Assert.False(budget.TryEnter(graph));
    }
}
