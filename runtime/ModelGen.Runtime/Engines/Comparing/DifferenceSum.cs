using System.Diagnostics.CodeAnalysis;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Adds up how far one value is from the reference's, sample by sample.</summary>
/// <param name="name">The value's name.</param>
/// <param name="classAxis">The axis of the classes; null for the usual one.</param>
internal sealed class DifferenceSum(string name, int? classAxis)
{
    // Elements that are read at once: both sides' numbers stay in the second-level cache.
    private const int Block = 4096;

    private readonly double[] _expected = new double[Block];
    private readonly double[] _actual = new double[Block];
    private long _elements, _different, _finite, _positions, _agreeing, _notFiniteExpected, _notFiniteActual;
    private double _maxAbsolute, _sumAbsolute, _maxRelative, _sumRelative;
    private double _cosine = double.NaN;
    private int? _axis;
    private string? _mismatch;

    /// <summary>What came together.</summary>
    public ValueDifference Result => new()
    {
        Name = name,
        Elements = _elements,
        Different = _different,
        MaxAbsolute = _maxAbsolute,
        MeanAbsolute = _finite == 0 ? 0 : _sumAbsolute / _finite,
        MaxRelative = _maxRelative,
        MeanRelative = _finite == 0 ? 0 : _sumRelative / _finite,
        Cosine = _cosine,
        TopAgreement = _positions == 0 ? null : (double)_agreeing / _positions,
        ClassAxis = _axis,
        NotFiniteInReference = _notFiniteExpected,
        NotFinite = _notFiniteActual,
        Mismatch = _mismatch,
    };

    /// <summary>Says why there is nothing to compare.</summary>
    public void Refuse(string mismatch) => _mismatch ??= mismatch;

    /// <summary>Compares one sample.</summary>
    public void Add(OrtValue reference, OrtValue other)
    {
        if (!reference.IsTensor || !other.IsTensor)
        {
            Refuse($"{(reference.IsTensor ? other : reference).OnnxType} is no tensor");
            return;
        }
        OrtTensorTypeAndShapeInfo expected = reference.GetTensorTypeAndShape(), actual = other.GetTensorTypeAndShape();
        if (!expected.Shape.SequenceEqual(actual.Shape))
            Refuse($"shape {Words(actual.Shape)} instead of {Words(expected.Shape)}");
        else if (expected.IsString && actual.IsString)
            AddText(reference.GetStringTensorAsArray(), other.GetStringTensorAsArray());
        else if (!Elements.AreNumbers(Type(expected)) || !Elements.AreNumbers(Type(actual)))
            Refuse($"{Type(actual)} against {Type(expected)} can't be compared");
        else if (expected.ElementCount > 0)
            AddNumbers(Type(expected), reference.GetTensorMutableRawData(), Type(actual), other.GetTensorMutableRawData(), expected.Shape);
    }

    /// <summary>Compares numbers of equal dims.</summary>
    internal void AddNumbers(ElementType expectedType, ReadOnlySpan<byte> expected, ElementType actualType, ReadOnlySpan<byte> actual, long[] dims)
    {
        int count = expected.Length / ElementTypes.SizeOf(expectedType);
        double scale = RootMeanSquare(expectedType, expected, count);
        bool ranks = Elements.AreFloats(expectedType) && Elements.AreFloats(actualType) && TryGetAxis(dims, out _axis);
        TopClasses? topExpected = ranks ? Top(dims, _axis!.Value) : null, topActual = ranks ? Top(dims, _axis!.Value) : null;
        long before = _different;
        double dot = 0, squaresExpected = 0, squaresActual = 0;
        for (int start = 0; start < count; start += Block)
        {
            Span<double> left = _expected.AsSpan(0, Math.Min(Block, count - start)), right = _actual.AsSpan(0, left.Length);
            Elements.Read(expectedType, expected, start, left);
            Elements.Read(actualType, actual, start, right);
            topExpected?.Add(left);
            topActual?.Add(right);
            for (int i = 0; i < left.Length; i++)
            {
                Add(left[i], right[i], scale);
                if (double.IsFinite(left[i]) && double.IsFinite(right[i]))
                    (dot, squaresExpected, squaresActual) = (dot + left[i] * right[i], squaresExpected + left[i] * left[i], squaresActual + right[i] * right[i]);
            }
        }
        _elements += count;
        AddCosine(dot, squaresExpected, squaresActual, equal: _different == before);
        if (topExpected is not null)
        {
            _positions += topExpected.Found.Count;
            _agreeing += topExpected.Found.Zip(topActual!.Found).Count(pair => pair.First == pair.Second);
        }
    }

    private void Add(double expected, double actual, double scale)
    {
        _notFiniteExpected += double.IsFinite(expected) ? 0 : 1;
        _notFiniteActual += double.IsFinite(actual) ? 0 : 1;
        if (expected.Equals(actual) || expected == actual)
        {
            _finite += double.IsFinite(expected) ? 1 : 0;
            return;
        }
        _different++;
        double error = Math.Abs(actual - expected);
        if (!double.IsFinite(error))
        {
            _maxAbsolute = _maxRelative = double.PositiveInfinity;
            return;
        }
        double relative = error / Math.Max(Math.Abs(expected), scale);
        _finite++;
        (_maxAbsolute, _sumAbsolute) = (Math.Max(_maxAbsolute, error), _sumAbsolute + error);
        (_maxRelative, _sumRelative) = (Math.Max(_maxRelative, relative), _sumRelative + relative);
    }

    private double RootMeanSquare(ElementType type, ReadOnlySpan<byte> data, int count)
    {
        double sum = 0;
        long finite = 0;
        for (int start = 0; start < count; start += Block)
        {
            Span<double> values = _expected.AsSpan(0, Math.Min(Block, count - start));
            Elements.Read(type, data, start, values);
            foreach (double value in values)
            {
                if (double.IsFinite(value))
                    (sum, finite) = (sum + value * value, finite + 1);
            }
        }
        return finite == 0 ? 0 : Math.Sqrt(sum / finite);
    }

    private void AddCosine(double dot, double squaresExpected, double squaresActual, bool equal)
    {
        // Zeros against anything else have no direction in common.
        double cosine = equal ? 1
            : squaresExpected == 0 || squaresActual == 0 ? 0
            : Math.Clamp(dot / Math.Sqrt(squaresExpected) / Math.Sqrt(squaresActual), -1, 1);
        _cosine = double.IsNaN(_cosine) ? cosine : Math.Min(_cosine, cosine);
    }

    private void AddText(string[] expected, string[] actual)
    {
        int different = expected.Zip(actual).Count(pair => pair.First != pair.Second);
        _elements += expected.Length;
        _different += different;
        if (different > 0)
            _maxAbsolute = _maxRelative = double.PositiveInfinity;
    }

    private bool TryGetAxis(long[] dims, [NotNullWhen(true)] out int? axis)
    {
        // N×C, N×T×C, and N×C×H×W or N×H×W×C: there are fewer classes than rows or columns as a rule.
        int usual = dims.Length >= 4 && dims[1] <= dims[^1] ? 1 : dims.Length - 1;
        axis = classAxis is < 0 ? dims.Length + classAxis : classAxis ?? usual;
        bool ranks = axis >= 0 && axis < dims.Length && dims[axis.Value] > 1;
        axis = ranks ? axis : null;
        return ranks;
    }

    private static TopClasses Top(long[] dims, int axis) => new((int)dims[axis], (int)dims.Skip(axis + 1).Aggregate(1L, (product, dim) => product * dim));

    private static ElementType Type(OrtTensorTypeAndShapeInfo info) => (ElementType)(int)info.ElementDataType;

    private static string Words(long[] dims) => dims.Length == 0 ? "scalar" : string.Join('×', dims);
}
