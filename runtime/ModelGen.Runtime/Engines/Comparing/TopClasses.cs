namespace ModelGen.Engines;

/// <summary>Finds the class of the largest score at each position of a tensor that comes piece by piece.</summary>
/// <param name="classes">How many classes there are.</param>
/// <param name="inner">Elements from one class to the next: 1 when the classes are the last axis.</param>
internal sealed class TopClasses(int classes, int inner)
{
    private readonly double[] _best = new double[inner];
    private readonly int[] _class = new int[inner];
    private readonly List<int> _found = [];
    private long _seen;

    /// <summary>The class at each position, in the tensor's order; of equal scores the first, as most argmax do. -1 where all are NaN.</summary>
    public IReadOnlyList<int> Found => _found;

    /// <summary>Takes the next elements.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            int position = (int)(_seen % inner);
            int candidate = (int)(_seen / inner % classes);
            if (candidate == 0)
                (_best[position], _class[position]) = (double.NegativeInfinity, -1);
            if (value > _best[position] || (_class[position] < 0 && !double.IsNaN(value)))
                (_best[position], _class[position]) = (value, candidate);
            if (candidate == classes - 1)
                _found.Add(_class[position]);
            _seen++;
        }
    }
}
