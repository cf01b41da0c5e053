using System.Globalization;

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
            foreach (VectorPath path in Samples.Paths)
            {
                Assert.True(golden[4] == Tensors.Hash(Tensors.Of(steps, image, path)), $"{name}, {golden[1]} on {path}");
                ImageSteps older = steps with { Resize = steps.Resize with { PassOrder = PassOrder.Pillow12 } };
                string expected = golden[5] == "-" ? golden[4] : golden[5];
                Assert.True(expected == Tensors.Hash(Tensors.Of(older, image, path)), $"{name} with Pillow 12, {golden[1]} on {path}");
            }
        }
    }

    public static TheoryData<string> NearNames() => new(TestFiles.Rows("pipelines-near.tsv").Select(row => row[0]).Distinct());

    [Theory]
    [MemberData(nameof(NearNames))]
    public void WhereALibraryRoundsByItsBuildFewNumbersDifferByOneLevel(string name)
    {
        foreach (string[] golden in TestFiles.Rows("pipelines-near.tsv").Where(row => row[0] == name))
        {
            ImageSteps steps = PipelineCatalog.Steps(name, int.Parse(golden[2]), int.Parse(golden[3]));
            float[] tensor = Tensors.Of(steps, PngFile.Read(golden[1]), VectorPaths.Best);
            int stride = int.Parse(golden[4]), different = 0;
            foreach ((int index, float expected) in golden[5].Split(',').Select(number => float.Parse(number, CultureInfo.InvariantCulture)).Index())
            {
                float found = tensor[index * stride];
                // A level is 1/255 before it is divided by the deviation.
                Assert.InRange(found, expected - 1.01f / 255 / 0.224f, expected + 1.01f / 255 / 0.224f);
                different += MathF.Abs(found - expected) > 1e-6f ? 1 : 0;
            }

            Assert.InRange(different, 0, 2);
        }
    }
}
