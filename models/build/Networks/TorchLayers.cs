using ModelGen.Onnx.Wire;

namespace ModelGen.Models;

/// <summary>Layers named as PyTorch's exporter names them: nodes by the path of their module, tensors by their node, weights by their parameter.</summary>
internal sealed class TorchLayers(NetworkBuilder network)
{
    // torch.nn.BatchNorm2d's default.
    private const double Epsilon = 1e-5;

    /// <summary>A convolution without a bias, with the batch normalisation behind it folded in: <c>eval()</c> and constant folding leave this of both.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="module">Its path, as <c>layer1.0.conv1</c>.</param>
    /// <param name="channels">Of the output.</param>
    /// <param name="kernel">Height and width; the picture is padded so that only the stride shrinks it.</param>
    /// <param name="stride">Of both sides.</param>
    /// <param name="norm">The module of the batch normalisation.</param>
    /// <param name="gamma">Its γ on average.</param>
    public Value Conv(Value input, string module, int channels, int kernel, int stride, string norm, double gamma = 1)
    {
        long inputs = (long)input.Channels * kernel * kernel;
        BatchNorm folded = new(norm, channels, Epsilon, gamma, variance: Filters.HeGain * input.Square);
        network.Count(inputs * channels);
        network.Count(folded);
        string weight = network.Weights(module + ".weight", [channels, input.Channels, kernel, kernel], Filters.Folded(module + ".weight", inputs, folded));
        string bias = network.Weights(module + ".bias", [channels], folded.Bias());
        return new Value(Node("Conv", module, [input.Name, weight, bias], Window(kernel, stride, kernel / 2)), channels, folded.Square);
    }

    public Value Relu(Value input, string module) => input.AfterRelu(Node("Relu", module, [input.Name]));

    public Value Add(Value left, Value right, string module) => left.Plus(right, Node("Add", module, [left.Name, right.Name]));

    public Value MaxPool(Value input, string module, int kernel, int stride, int pad) => input.AfterMaxPool(
        Node("MaxPool", module, [input.Name], [Attributes.Int("ceil_mode", 0), .. Window(kernel, stride, pad).Where(attribute => attribute.Name != "group")]));

    /// <summary>Adds a node for a module.</summary>
    /// <returns>The output's name.</returns>
    public string Node(string op, string module, string[] inputs, params AttributeProto[] attributes)
    {
        string name = $"{Path(module)}/{op}";
        return network.Node(op, name, inputs, name + "_output_0", attributes);
    }

    private static AttributeProto[] Window(int kernel, int stride, int pad) =>
    [
        Attributes.Ints("dilations", 1, 1), Attributes.Int("group", 1), Attributes.Ints("kernel_shape", kernel, kernel),
        Attributes.Ints("pads", pad, pad, pad, pad), Attributes.Ints("strides", stride, stride),
    ];

    // layer1.0.conv1 is called by layer1.0, which is called by layer1. A layer within a Sequential goes by its whole path: layer1.0.downsample.0 has a scope of downsample.
    private static string Path(string module)
    {
        string[] parts = module.Split('.');
        string path = "";
        for (int i = 0; i < parts.Length; i++)
        {
            bool isIndex = int.TryParse(parts[i], out _);
            path += isIndex ? $"/{parts[i - 1]}.{parts[i]}" : parts[i].Length == 0 ? "" : "/" + parts[i];
        }
        return path;
    }
}
