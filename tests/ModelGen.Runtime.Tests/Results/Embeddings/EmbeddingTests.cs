using CsCheck;

namespace ModelGen.Tests.Results;

public class EmbeddingTests
{
    private static readonly Gen<float[]> s_values = Gen.Float[-10, 10].Array[64];

    [Fact]
    public void KnownVectorsHaveKnownAngles()
    {
        Embedding right = new([3, 0]), up = new([0, 2]), diagonal = new([1, 1]);
        Assert.Equal(0, right.CosineSimilarity(up));
        Assert.Equal(1, right.CosineSimilarity(new Embedding([0.5f, 0])));
        Assert.Equal(-1, right.CosineSimilarity(new Embedding([-7, 0])));
        Assert.Equal(Math.Sqrt(0.5), right.CosineSimilarity(diagonal), 1e-7);
        Assert.Equal((3f, 3f, 2), (right.Length, right.Dot(diagonal), right.Dimensions));
        Assert.Equal([0.6f, 0.8f], new Embedding([3, 4]).Normalize().Values.ToArray());
    }

    [Fact]
    public void CosineIsWhatTheFormulaSays() => Gen.Select(s_values, s_values).Sample((left, right) =>
    {
        double dot = left.Zip(right, (a, b) => (double)a * b).Sum();
        double cosine = dot / Math.Sqrt(left.Sum(a => (double)a * a) * right.Sum(b => (double)b * b));
        Assert.Equal(cosine, new Embedding(left).CosineSimilarity(new Embedding(right)), 1e-5);
        Assert.Equal(dot, new Embedding(left).Dot(new Embedding(right)), 1e-2);
        Assert.Equal(1, new Embedding(left).Normalize().Length, 1e-5);
    });

    [Fact]
    public void TheZeroVectorStaysAndIsLikeNothing()
    {
        var zero = new Embedding([0, 0, 0]);
        Assert.Equal([0, 0, 0], zero.Normalize().Values.ToArray());
        Assert.Equal(0, zero.CosineSimilarity(new Embedding([1, 2, 3])));
        Assert.Equal(0, zero.CosineSimilarity(zero));
    }

    [Fact]
    public void HugeAndTinyNumbersHaveDirectionsToo()
    {
        Assert.Equal([0.6f, 0.8f], new Embedding([3e25f, 4e25f]).Normalize().Values.ToArray().Select(value => MathF.Round(value, 6)));
        Assert.Equal([0.6f, 0.8f], new Embedding([3e-30f, 4e-30f]).Normalize().Values.ToArray().Select(value => MathF.Round(value, 6)));
        Assert.Equal(1, new Embedding([3e25f, 4e25f]).CosineSimilarity(new Embedding([3e-30f, 4e-30f])), 1e-6);
    }

    [Fact]
    public void TheNearestOfManyComeFirst() => Gen.Select(Gen.Float[-1, 1].Array[4].Array[1, 30], Gen.Float[-1, 1].Array[4], Gen.Int[0, 35]).Sample((many, one, k) =>
    {
        Embedding[] candidates = [.. many.Select(values => new Embedding(values))];
        var query = new Embedding(one);
        var nearest = new Neighbor[k];
        int count = query.Nearest(candidates, nearest);
        Neighbor[] expected = [.. candidates.Select((candidate, i) => new Neighbor(i, query.CosineSimilarity(candidate))).OrderByDescending(n => n.Similarity).ThenBy(n => n.Index).Take(k)];
        Assert.Equal(expected, nearest[..count]);
        Assert.Equal(candidates.Select((candidate, i) => new Neighbor(i, query.CosineSimilarity(candidate))).OrderByDescending(n => n.Similarity).ThenBy(n => n.Index).First(), query.Nearest(candidates));
    });

    [Fact]
    public void SearchingAllocatesNothing()
    {
        Embedding[] candidates = [.. Enumerable.Range(0, 50).Select(i => new Embedding([i, 1, 2]))];
        var query = new Embedding([1, 2, 3]);
        var nearest = new Neighbor[5];
        Assert.Equal(0, Allocated.BytesOf(() => query.Nearest(candidates, nearest)));
        float[] values = [1, 2, 3];
        Assert.Equal(0, Allocated.BytesOf(() => Embedding.Normalize(values, values)));
    }

    [Fact]
    public void EmbeddingsOfTwoModelsAreRefused()
    {
        Embedding two = new([1, 2]), three = new([1, 2, 3]);
        Assert.Equal(
            "The embeddings are not of one model (Embedding): expected 2 dimensions, got 3. Compare embeddings that the same model made.",
            Assert.Throws<ShapeMismatchException>(() => two.CosineSimilarity(three)).Message);
        Assert.Throws<ShapeMismatchException>(() => two.Nearest([two, three]));
        Assert.Throws<ArgumentException>(() => two.Nearest([]));
        Assert.Throws<ArgumentException>(() => new Embedding([]));
        Assert.Throws<ArgumentException>(() => Embedding.Normalize([1, 2], new float[3]));
    }
}
