namespace ModelGen.Models;

/// <summary>
/// ResNet-50 in NCHW as torchvision's exports to ONNX: "Deep Residual Learning for Image Recognition" (He and others, 2015) in the version called 1.5, in which
/// the 3×3 convolution of a block has the stride.
/// </summary>
internal static class ResNet50
{
    private const int Expansion = 4;

    // Each block adds to what runs past it. Training starts with a γ of 0 there, so that the sums grow slowly.
    private const double LastGamma = 0.5;

    public static Network Build()
    {
        NetworkBuilder network = new("main_graph");
        TorchLayers torch = new(network);
        network.Input("input", 1, 3, 224, 224);
        // Normalised pictures have a mean of 0 and a deviation of 1.
        Value x = new("input", Channels: 3, Square: 1);

        network.Part = "stem";
        x = torch.Conv(x, "conv1", 64, kernel: 7, stride: 2, "bn1");
        x = torch.Relu(x, "relu");
        x = torch.MaxPool(x, "maxpool", kernel: 3, stride: 2, pad: 1);

        int[] blocks = [3, 4, 6, 3];
        for (int layer = 1; layer <= blocks.Length; layer++)
        {
            network.Part = $"layer{layer}";
            for (int block = 0; block < blocks[layer - 1]; block++)
                x = Bottleneck(torch, x, $"layer{layer}.{block}", width: 32 << layer, stride: layer > 1 && block == 0 ? 2 : 1, isFirst: block == 0);
        }

        network.Part = "fc";
        string pooled = torch.Node("GlobalAveragePool", "avgpool", [x.Name]);
        string flat = torch.Node("Flatten", "", [pooled], Attributes.Int("axis", 1));
        network.Count(1000L * x.Channels + 1000);
        string weight = network.Weights("fc.weight", [1000, x.Channels], Filters.He("fc.weight", x.Channels, gain: 1));
        string bias = network.Weights("fc.bias", [1000], Filters.Around("fc.bias", 0, 0.1));
        network.Node("Gemm", "/fc/Gemm", [flat, weight, bias], "logits", Attributes.Float("alpha", 1), Attributes.Float("beta", 1), Attributes.Int("transB", 1));
        network.Output("logits", 1, 1000);
        return network.Build(opset: 17, About.RandomWeights("ResNet-50 v1.5, NCHW, as torchvision exports it"));
    }

    private static Value Bottleneck(TorchLayers torch, Value input, string module, int width, int stride, bool isFirst)
    {
        Value x = torch.Conv(input, module + ".conv1", width, kernel: 1, stride: 1, module + ".bn1");
        x = torch.Relu(x, module + ".relu");
        x = torch.Conv(x, module + ".conv2", width, kernel: 3, stride, module + ".bn2");
        x = torch.Relu(x, module + ".relu_1");
        x = torch.Conv(x, module + ".conv3", width * Expansion, kernel: 1, stride: 1, module + ".bn3", LastGamma);
        Value past = isFirst ? torch.Conv(input, module + ".downsample.0", width * Expansion, kernel: 1, stride, module + ".downsample.1") : input;
        return torch.Relu(torch.Add(x, past, module), module + ".relu_2");
    }
}
