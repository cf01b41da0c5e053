using ModelGen.EndToEnd.Names;

namespace ModelGen.EndToEnd;

public class HostileNameTests
{
    [Fact]
    public void EveryInputReachesTheNetworkUnderItsOwnName()
    {
        Assert.Equal(23, HostileNames.Info.Inputs.Length);
        using HostileNames model = new();
        using HostileNames.Call call = model.Rent();
        call.Class.Fill(1);
        call.InputTensor.Fill(2);
        call.CallInput.Fill(4);
        call.RunInput.Fill(8);
        call.A.Fill(16);
        call.A0.Fill(32);
        call.Größe.Fill(64);
        call.日本.Fill(128);
        call.Input9.Fill(256);
        call.DisposeInput.Fill(512);
        call._0.Fill(1024);
        call.Run();
        // An output each of the first six inputs, and one of the sum of all.
        Assert.Equal(-1, call.OutputTensor[0]);
        Assert.Equal(-2, call.ToStringOutput[0]);
        Assert.Equal(-4, call.Namespace[0]);
        Assert.Equal(-8, call.Output4[0]);
        Assert.Equal(-16, call.InputOutput[0]);
        Assert.Equal(-32, call.CopyToOutput[0]);
        Assert.Equal(2047, call.EqualsOutput[0]);
    }

    [Fact]
    public void FilesNamedAsMembersTypesOrKeywordsMakeClasses()
    {
        Assert.Equal(-1, CallModel.Predict(new CallModel.Input([1])).CallOut[0]);
        Assert.Equal(-1, InputModel.Predict(new InputModel.Input([1])).InputOut[0]);
        Assert.Equal(-1, OutputModel.Predict(new OutputModel.Input([1])).OutputOut[0]);
        Assert.Equal(-1, Names.System.Predict(new Names.System.Input([1])).SystemOut[0]);
        Assert.Equal(-1, Names.ModelGen.Predict(new Names.ModelGen.Input([1])).ModelGenOut[0]);
        Assert.Equal(-1, Names.Model.Predict(new Names.Model.Input([1])).ModelOut[0]);
        Assert.Equal(-1, _1st.Predict(new _1st.Input([1]))._1stOut[0]);
    }
}
