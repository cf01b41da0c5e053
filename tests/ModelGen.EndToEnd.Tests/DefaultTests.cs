namespace ModelGen.EndToEnd;

public class DefaultTests
{
    [Fact]
    public void InputsLeftOutTakeTheModelsOwnValues()
    {
        Defaults.Output output = Defaults.Predict(Pair(2, 3));
        Assert.Equal([21, 301], output.Y.Span.ToArray());
        Assert.Equal(["hello"], output.Greeted.Span.ToArray());
    }

    [Fact]
    public void GivenValuesReplaceTheModelsOwn()
    {
        Defaults.Output output = Defaults.Predict(Pair(2, 3), scale: Pair(1, 2), bias: -1);
        Assert.Equal([1, 5], output.Y.Span.ToArray());
        Assert.Equal([22, 302], Defaults.Predict(Pair(2, 3), bias: 2).Y.Span.ToArray());
        Assert.Equal([21, 301], Defaults.Predict(Pair(2, 3)).Y.Span.ToArray());
    }

    [Fact]
    public void StringDefaultIsReplacedToo()
    {
        using Defaults model = new();
        using (Defaults.Call call = model.Rent())
        {
            call.X.Fill(0);
            call.OverrideGreeting()[0] = "bye";
            call.Run();
            Assert.Equal("bye", call.Greeted[0]);
        }
        using (Defaults.Call call = model.Rent())
        {
            call.Run();
            Assert.Equal("hello", call.Greeted[0]);
        }
    }

    [Fact]
    public void OverridesDoNotLeakIntoTheNextRental()
    {
        using Defaults model = new(new ModelOptions { MaxCalls = 1 });
        for (int round = 0; round < 3; round++)
        {
            using (Defaults.Call call = model.Rent())
            {
                call.X.Fill(1);
                call.OverrideScale().Fill(7);
                call.OverrideBias() = 0;
                call.Run();
                Assert.Equal(7, call.Y[0]);
            }
            using (Defaults.Call call = model.Rent())
            {
                call.X.Fill(1);
                call.Run();
                Assert.Equal(11, call.Y[0]);
                Assert.Equal(101, call.Y[1]);
            }
        }
    }

    [Fact]
    public void ModelOfDefaultsOnlyNeedsNoArguments()
    {
        Assert.Equal([11, 101], AllDefaults.Predict().Y.Span.ToArray());
        Assert.Equal([15, 105], AllDefaults.Predict(bias: 5).Y.Span.ToArray());
    }

    [Fact]
    public void InitializersOfOldFilesAreNoInputs()
    {
        Assert.Single(DefaultsIr3.Info.Inputs);
        Assert.Equal([20, 300], DefaultsIr3.Predict(Pair(2, 3)).Y.Span.ToArray());
    }

    private static TensorBuffer<float, Shape<Dims.N2>> Pair(float first, float second) => new([first, second]);
}
