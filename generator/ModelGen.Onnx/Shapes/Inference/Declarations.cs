using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>The types that a file declares for values inside its graphs, with the user's fixes put in. To be checked rather than trusted.</summary>
internal sealed class Declarations(FixedDims dims)
{
    private readonly Dictionary<object, Dictionary<string, ValueInfoProto>> _lists = new(ByReference.Comparer);

    /// <summary>The declared type of a value; unknown when there is none.</summary>
    /// <param name="infos">A graph's or function's value_info, or a graph's inputs; one and the same object at each call.</param>
    /// <param name="name">The value.</param>
    public ValueType Find(IReadOnlyCollection<ValueInfoProto> infos, string name)
    {
        if (infos.Count == 0)
            return Fact.Unknown.Type;
        if (!_lists.TryGetValue(infos, out Dictionary<string, ValueInfoProto>? byName))
        {
            byName = [];
            foreach (ValueInfoProto info in infos)
                byName[info.Name] = info;
            _lists.Add(infos, byName);
        }
        return byName.TryGetValue(name, out ValueInfoProto found) ? dims.Apply(ValueTypes.FromProto(found.Type)) : Fact.Unknown.Type;
    }
}
