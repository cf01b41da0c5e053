using Snapshooter.Xunit;

namespace ModelGen.Generator.Tests;

/// <summary>The one place that knows the snapshot library.</summary>
internal static class Snapshots
{
    /// <summary>Compares a text with the one in <c>__snapshots__</c>; delete that file to accept a new one.</summary>
    public static void Match(string text, string name) => Snapshot.Match(text, name);
}
