using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>The types that a file declares for values inside its graphs, with the user's fixes put in. To be checked rather than trusted.</summary>
internal sealed class Declarations(FixedDims dims)
{
    private readonly Dictionary<object, Dictionary<string, ValueInfoProto>> _bodies = [];

    /// <summary>The declared type of a value of that graph or function; unknown when there is none.</summary>
    /// <param name="body">The graph or function.</param>
    /// <param name="infos">Its value_info.</param>
    /// <param name="name">The value.</param>
    public ValueType Find(object body, IReadOnlyCollection<ValueInfoProto> infos, string name)
    {
        if (infos.Count == 0)
            return Fact.Unknown.Type;
        if (!_bodies.TryGetValue(body, out Dictionary<string, ValueInfoProto>? byName))
        {
            byName = [];
            foreach (ValueInfoProto info in infos)
                byName[info.Name] = info;
            _bodies.Add(body, byName);
        }
        return byName.TryGetValue(name, out ValueInfoProto found) ? dims.Apply(ValueTypes.FromProto(found.Type)) : Fact.Unknown.Type;
    }
}
