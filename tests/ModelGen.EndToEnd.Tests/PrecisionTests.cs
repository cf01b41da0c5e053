using ModelGen.EndToEnd.Precisions;

namespace ModelGen.EndToEnd;

public class PrecisionTests
{
    [Fact]
    public void ThePrecisionOfTheItemTravelsIntoTheProgram()
    {
        Assert.Equal(Precision.Float16, InHalves.Info.Precision);
        Assert.Equal(Precision.Default, DigitsOne.Info.Precision);
    }
}
