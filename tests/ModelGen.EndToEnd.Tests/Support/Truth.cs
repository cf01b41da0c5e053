using System.Text.Json;

namespace ModelGen.EndToEnd.Support;

/// <summary>Reference results of a model: shapes, sums and probes that another program wrote.</summary>
internal sealed class Truth(string model)
{
    private readonly JsonElement _root = DataFile.Json(model + ".truth.json");

    public string Sha256 => _root.GetProperty("sha256").GetString()!;

    /// <summary>The recipe <c>hash</c>: any language can repeat it.</summary>
    public static float[] Hash(int length) =>
        [.. Enumerable.Range(0, length).Select(i => (float)((ulong)i * 2654435761 % (1UL << 32) / 4294967296.0))];

    /// <summary>The recipe <c>bars</c> for a picture in HWC.</summary>
    public static float[] Bars(int height, int width, int channels) =>
        [.. Enumerable.Range(0, height * width * channels).Select(i => (float)((i / channels / width >> 4 & 1) * (i / channels % width >> 2 & 1)))];

    /// <summary>Compares an output with the reference of a case.</summary>
    /// <param name="number">The case, from 0.</param>
    /// <param name="output">The output's name in the file.</param>
    /// <param name="dims">Its dims.</param>
    /// <param name="actual">Its elements.</param>
    /// <param name="tolerance">Largest difference of an element: kernels of other processors add up in another order.</param>
    public void Check(int number, string output, ReadOnlySpan<int> dims, ReadOnlySpan<float> actual, float tolerance = 2e-4f)
    {
        JsonElement expected = _root.GetProperty("cases")[number].GetProperty("outputs").EnumerateArray().Single(o => o.GetProperty("name").GetString() == output);
        Assert.Equal([.. expected.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt32())], dims.ToArray());
        foreach (JsonElement probe in expected.GetProperty("probes").EnumerateArray())
            Assert.Equal(probe[1].GetSingle(), actual[probe[0].GetInt32()], tolerance);
        double sum = 0;
        foreach (float value in actual)
            sum += value;
        Assert.Equal(expected.GetProperty("sum").GetDouble(), sum, tolerance * Math.Max(1, Math.Sqrt(actual.Length)));
    }
}
