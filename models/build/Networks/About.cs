namespace ModelGen.Models;

/// <summary>What the files say of themselves.</summary>
internal static class About
{
    public static string RandomWeights(string architecture) =>
        $"{architecture}. The weights are random: for measuring shapes, speed and memory only, the answers mean nothing.";
}
