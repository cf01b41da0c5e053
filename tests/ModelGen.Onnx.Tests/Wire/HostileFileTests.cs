using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

public sealed class HostileFileTests
{
    [Fact]
    public void AsManySubgraphsAsAllowedAreRead()
    {
        Assert.DoesNotContain("MG1007", Reading.Of(Bombs.Subgraphs(SkeletonLimits.Subgraphs)).Ids());
        Assert.DoesNotContain("MG1006", Reading.Of(Bombs.Subgraphs(SkeletonLimits.Subgraphs)).Ids());
    }

    [Theory]
    [InlineData(SkeletonLimits.Subgraphs + 2)]
    [InlineData(34)]
    [InlineData(1500)]
    public void DeeperSubgraphsAreRefusedWithTheirOwnProblem(int depth) =>
        Assert.Contains("24 graphs within each other", Reading.Of(Bombs.Subgraphs(depth)).Only(Rules.GraphTooLarge), StringComparison.Ordinal);

    [Theory]
    [InlineData(SkeletonLimits.Types)]
    [InlineData(33)]
    [InlineData(3000)]
    public void DeeperTypesAreRefusedWithTheirOwnProblem(int depth) =>
        Assert.Contains("a type of more than 8", Reading.Of(Bombs.Types(depth)).Only(Rules.GraphTooLarge), StringComparison.Ordinal);

    [Fact]
    public void TheDeepestTypeInTheDeepestSubgraphStaysBelowProtobufsOwnLimit()
    {
        TypeProto type = GraphBuilder.Tensor(ElementType.Float, 1);
        for (int i = 1; i < SkeletonLimits.Types; i++)
            type = new TypeProto { SequenceType = new TypeProto.Types.Sequence { ElemType = type } };
        AttributeProto attribute = new() { Name = "type", Tp = type };
        for (int i = 0; i < SkeletonLimits.Subgraphs; i++)
            attribute = GraphBuilder.Subgraph("body", graph => graph.Node("Loop", "", "y", attribute).Output("y"));

        // The innermost Loop has a type where its body should be; all of it was read if that is what is found.
        Assert.Contains("has no body", new ModelBuilder().Node("Loop", "", "y", attribute).Output("y", 1).Read().Only(Rules.NodeFails), StringComparison.Ordinal);
    }

    [Fact]
    public void MillionsOfEmptyNodesAreRefusedBeforeTheyTakeMemory()
    {
        byte[] bytes = Bombs.EmptyNodes(3_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();

        string message = Reading.Of(bytes).Only(Rules.GraphTooLarge);

        Assert.Contains("2,000,000 nodes", message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024 * 1024);
    }

    [Fact]
    public void NamesOfHundredsOfMegabytesAreRefusedUnread()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "model.onnx");
        const long Length = 1_000_000_000;
        byte[] name = new WireWriter().Header(2, Length).ToArray();
        using (FileStream file = File.Create(path))
        {
            file.Write(new WireWriter().Field(1, 10).Header(7, name.Length + Length).Raw(name).ToArray());
            file.SetLength(file.Position + Length);
        }
        long before = GC.GetAllocatedBytesForCurrentThread();

        string message = Reading.Of(path).Only(Rules.GraphTooLarge);

        Assert.Contains("64 MiB", message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
    }

    [Fact]
    public void DocStringsOfHundredsOfMegabytesAreMerelyLeftOut()
    {
        ModelBuilder model = ModelBuilder.Relu(1);
        model.Proto.DocString = new string('x', 100_000);

        Assert.Equal("", model.Read().Fine().Description);
    }

    [Fact]
    public void MillionsOfUndefinedNamesMakeTenMessagesAndACount()
    {
        ModelBuilder model = ModelBuilder.Relu(1);
        for (int i = 0; i < 20_000; i++)
            model.Node("Neg", "ghost" + i, "out" + i);

        ModelReading reading = model.Read();

        Assert.Equal(ProblemBag.PerRule + 1, reading.Problems.Count);
        Assert.StartsWith("19,990 more", reading.Problems[ProblemBag.PerRule].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LongChainsUnderManyOutputsTakeNoQuadraticTime()
    {
        const int Count = 100_000;
        ModelBuilder model = new ModelBuilder().Input("v0", 1);
        for (int i = 1; i <= Count; i++)
            model.Node("Identity", $"v{i - 1}", $"v{i}").Output($"v{i}", 1);

        // Quadratic would be five thousand million steps: minutes, which the runner's own limit ends.
        ModelFacts facts = model.Read().Fine();

        Assert.Equal(Count, facts.Outputs.Count);
        Assert.All(facts.Outputs, output => Assert.Null(output.Operator));
    }

    [Fact]
    public void EveryTruncationIsNamedAndNothingIsThrown()
    {
        byte[] bytes = Samples.Everything().ToBytes();
        int inFields = 0;
        for (int length = 1; length < bytes.Length; length++)
        {
            ModelReading reading = Reading.Of(bytes[..length]);
            if (!IsWhole(bytes[..length], out ModelProto? model))
            {
                inFields++;
                reading.Only(Rules.Truncated);
            }
            else if (model.OpsetImport.Count == 0)
            {
                Assert.Contains("MG1015", reading.Ids());
            }
        }
        Assert.InRange(inFields, bytes.Length - 20, bytes.Length);
    }

    // Between two fields of the outermost message a cut can't be seen.
    private static bool IsWhole(byte[] bytes, [NotNullWhen(true)] out ModelProto? model)
    {
        try
        {
            model = ModelProto.Parser.ParseFrom(bytes);
            return true;
        }
        catch (InvalidProtocolBufferException)
        {
            model = null;
            return false;
        }
    }

    [Fact]
    public void ATruncatedGraphSaysHowManyBytesAreMissing()
    {
        byte[] bytes = new ModelBuilder().Input("x", 1).Initializer("w", 100_000).Node("Relu", "x", "y").Output("y", 1).ToBytes();

        Assert.Contains("before the end of the graph", Reading.Of(bytes[..300_000]).Only(Rules.Truncated), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x08, 0x0A, 0x3B })]
    [InlineData(new byte[] { 0x08, 0x0A, 0x01, 0x01 })]
    [InlineData(new byte[] { 0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01 })]
    [InlineData(new byte[] { 0x08, 0x0A, 0x3A, 0x02, 0x0A, 0x05 })]
    [InlineData(new byte[] { 0x08, 0x0A, 0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01 })]
    public void WhatIsNotProtobufSaysWhereItFails(byte[] bytes) =>
        Assert.Contains("at byte", Reading.Of(bytes).Only(Rules.Malformed), StringComparison.Ordinal);

    [Fact]
    public void AFileThatShrinksWhileItIsReadIsUnreadable()
    {
        byte[] bytes = ModelBuilder.Relu(1).ToBytes();

        ModelReading reading = ModelReader.Read(new MemoryStream(bytes), bytes.Length + 4096, ShapeFixes.None, CancellationToken.None);

        Assert.Contains("became shorter", reading.Only(Rules.Unreadable), StringComparison.Ordinal);
    }
}
