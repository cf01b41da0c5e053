namespace ModelGen.Tests.Imaging;

public class PipelineGoldenTests
{
    public static TheoryData<string> Names() => new(TestFiles.Rows("pipelines.tsv").Select(row => row[0]).Distinct());

    [Theory]
    [MemberData(nameof(Names))]
    public void TensorsAreBitExactOnEveryPath(string name)
    {
        string[][] cases = TestFiles.Rows("pipelines.tsv").Where(row => row[0] == name).ToArray();
        Assert.Equal(3, cases.Length);
        foreach (string[] golden in cases)
        {
            ImageSteps steps = PipelineCatalog.Steps(name, int.Parse(golden[2]), int.Parse(golden[3]));
            Image image = PngFile.Read(golden[1]);
            foreach (VectorPath path in Enum.GetValues<VectorPath>())
            {
                Assert.True(golden[4] == Tensors.Hash(Tensors.Of(steps, image, path)), $"{name}, {golden[1]} on {path}");
                ImageSteps older = steps with { Resize = steps.Resize with { PassOrder = PassOrder.Pillow12 } };
                string expected = golden[5] == "-" ? golden[4] : golden[5];
                Assert.True(expected == Tensors.Hash(Tensors.Of(older, image, path)), $"{name} with Pillow 12, {golden[1]} on {path}");
            }
        }
    }
}
