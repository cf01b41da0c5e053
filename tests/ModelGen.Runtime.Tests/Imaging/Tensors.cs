using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ModelGen.Tests.Imaging;

/// <summary>Runs pipelines and hashes what comes out, as the expected results were hashed.</summary>
internal static class Tensors
{
    internal static float[] Of(ImageSteps steps, ImageView image, VectorPath path)
    {
        var tensor = new float[steps.Length];
        tensor.AsSpan().Fill(float.NaN);
        new ImagePipeline(steps, path).Write(image, tensor);
        return tensor;
    }

    internal static string Hash(float[] tensor) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<float>(tensor)));

    /// <summary>Hash of the levels of a tensor that was neither rescaled nor normalised.</summary>
    internal static string HashOfLevels(float[] tensor) =>
        Convert.ToHexStringLower(SHA256.HashData(Array.ConvertAll(tensor, level => checked((byte)level))));
}
