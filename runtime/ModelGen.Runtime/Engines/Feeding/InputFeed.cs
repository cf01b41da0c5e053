using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace ModelGen.Engines;

/// <summary>Values for each input of a session, in ONNX Runtime's memory. Disposing frees it.</summary>
internal sealed class InputFeed : IDisposable
{
    private readonly List<OrtValue> _values = [];

    private InputFeed(IEnumerable<string> names) => Names = [.. names];

    /// <summary>The inputs' names.</summary>
    public string[] Names { get; }

    /// <summary>Their values, in the same order.</summary>
    public IReadOnlyList<OrtValue> Values => _values;

    /// <summary>Takes the given values, and makes up the others from random numbers.</summary>
    /// <param name="session">A session of the model.</param>
    /// <param name="model">The model, for messages.</param>
    /// <param name="plan">What goes in.</param>
    /// <exception cref="ModelGenException">A name is none of the model's, values are of another type, or an input can't be made up.</exception>
    public static InputFeed Make(InferenceSession session, string model, InputPlan plan)
    {
        ImmutableArray<NamedTensor> tensors = Complete(session, model, plan);
        InputFeed feed = new(tensors.Select(tensor => tensor.Name));
        try
        {
            foreach (NamedTensor tensor in tensors)
                feed._values.Add(Copy(tensor, Metadata(session, tensor.Name), model));
            return feed;
        }
        catch
        {
            feed.Dispose();
            throw;
        }
    }

    /// <summary>A tensor for each input: the given ones, and random ones.</summary>
    /// <inheritdoc cref="Make"/>
    public static ImmutableArray<NamedTensor> Complete(InferenceSession session, string model, InputPlan plan)
    {
        CheckNames(session, model, plan.Given);
        IEnumerable<string> optional = session.OverridableInitializerMetadata.Keys.Where(name => plan.Given.Any(tensor => tensor.Name == name));
        return [.. session.InputNames.Concat(optional).Select(name =>
            plan.Given.FirstOrDefault(tensor => tensor.Name == name) ?? MakeUp(name, Metadata(session, name), model, plan))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (OrtValue value in _values)
            value.Dispose();
    }

    private static void CheckNames(InferenceSession session, string model, ImmutableArray<NamedTensor> given)
    {
        foreach (NamedTensor tensor in given)
        {
            if (session.InputMetadata.ContainsKey(tensor.Name) || session.OverridableInitializerMetadata.ContainsKey(tensor.Name))
                continue;
            throw new ModelGenException(
                "The model has no such input", expected: string.Join(", ", session.InputNames), actual: $"'{tensor.Name}'", where: $"model '{model}'",
                remedy: "Give values under the inputs' names in the ONNX file.");
        }
    }

    private static NodeMetadata Metadata(InferenceSession session, string name) =>
        session.InputMetadata.TryGetValue(name, out NodeMetadata? input) ? input : session.OverridableInitializerMetadata[name];

    private static OrtValue Copy(NamedTensor tensor, NodeMetadata metadata, string model)
    {
        ElementType type = metadata.IsTensor ? (ElementType)(int)metadata.ElementDataType : default;
        bool converts = Elements.AreFloats(type) && Elements.AreFloats(tensor.Type);
        if (type != tensor.Type && !converts)
        {
            throw new ModelGenException(
                "An input takes another type", expected: metadata.IsTensor ? type.ToString() : metadata.OnnxValueType.ToString(),
                actual: tensor.Type.ToString(), where: $"input '{tensor.Name}' of the model '{model}'", remedy: "Convert the values first.");
        }
        if (type == ElementType.String)
        {
            OrtValue text = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, [.. tensor.Dims]);
            for (int i = 0; i < tensor.Strings.Length; i++)
                text.StringTensorSetElementAt(tensor.Strings[i].AsSpan(), i);
            return text;
        }
        OrtValue value = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, (TensorElementType)(int)type, [.. tensor.Dims]);
        if (tensor.Data.IsEmpty)
            return value;
        if (type == tensor.Type)
            tensor.Data.Span.CopyTo(value.GetTensorMutableRawData());
        else
            Elements.Convert(tensor.Type, tensor.Data.Span, type, value.GetTensorMutableRawData());
        return value;
    }

    private static NamedTensor MakeUp(string name, NodeMetadata metadata, string model, InputPlan plan)
    {
        if (!metadata.IsTensor)
            throw NoValues(name, metadata.OnnxValueType.ToString(), model);
        long[] dims = plan.Shapes.TryGetValue(name, out ImmutableArray<long> shape)
            ? [.. shape]
            : [.. metadata.Dimensions.Select((dim, i) => dim >= 0 ? dim : plan.OpenDims.GetValueOrDefault(metadata.SymbolicDimensions[i], 1))];
        try
        {
            return NamedTensor.Random(name, (ElementType)(int)metadata.ElementDataType, plan.Seed, dims);
        }
        catch (ArgumentException e)
        {
            throw NoValues(name, $"{metadata.ElementDataType} {string.Join('×', dims)}", model, e);
        }
    }

    private static ModelGenException NoValues(string name, string type, string model, Exception? cause = null) => new(
        "There are no values for an input", expected: "a tensor of common numbers or text, which can be made up", actual: type,
        where: $"input '{name}' of the model '{model}'", remedy: "Give its values.", innerException: cause);
}
