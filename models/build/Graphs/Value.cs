namespace ModelGen.Models;

/// <summary>A tensor within a graph, in NCHW, and what its numbers are like: batch normalisations get their statistics from that, as training would give them.</summary>
/// <param name="Name">As the graph calls it.</param>
/// <param name="Channels">What its next layer has to know.</param>
/// <param name="Square">The mean of its numbers' squares, as far as the layers before say.</param>
/// <param name="IsPositive">Whether its numbers are positive, or sums of such and others.</param>
internal readonly record struct Value(string Name, int Channels, double Square, bool IsPositive = false)
{
    // Of numbers around 0 half go; of positive ones next to none.
    public Value AfterRelu(string name) => new(name, Channels, IsPositive ? Square : Square / 2, IsPositive: true);

    public Value Plus(Value other, string name) => new(name, Channels, Square + other.Square, IsPositive || other.IsPositive);

    // The largest of a few neighbours; measured on the stem of ResNet-50.
    public Value AfterMaxPool(string name) => new(name, Channels, Square * 2, IsPositive);
}
