using CsCheck;
using ModelGen.Onnx.Tests;

namespace ModelGen.Generator.Tests;

/// <summary>Names in models are arbitrary text; what comes of them must compile without a warning and read well.</summary>
public class HostileNameTests
{
    [Theory]
    [InlineData("class", "namespace")]
    [InlineData("input", "output")]
    [InlineData("Input", "Output")]
    [InlineData("Call", "Run")]
    [InlineData("Dispose", "Equals")]
    [InlineData("x", "X")]
    [InlineData("x", "x_")]
    [InlineData("", "y")]
    [InlineData("a\u2028public static int Evil;", "b\u0085//")]
    [InlineData("\u202Eevil", "*/ \"#pragma")]
    [InlineData("入力", "выход")]
    [InlineData("😀", "\uD83D")]
    [InlineData("input_1:0", "StatefulPartitionedCall:1")]
    [InlineData("</summary><script>", "]]>&amp;")]
    [InlineData("cancellationToken", "call")]
    [InlineData("M", "S")]
    [InlineData("System", "ModelGen")]
    [InlineData("batch", "Count")]
    public void AnyNamesGiveAClassThatCompilesWithoutAWarning(string input, string output)
    {
        ModelBuilder model = new ModelBuilder().Input(input, "batch", 3).Node("Relu", "in", "out").Output(output, "batch", 3);
        model.Proto.Graph.Node[0].Input[0] = input;
        model.Proto.Graph.Node[0].Output[0] = output;
        using TestProject project = new TestProject().Model("net.onnx", model);
        Generation generation = Generation.Of(project);
        Assert.True(generation.Errors.Length == 0, string.Join("\n", generation.Errors));
    }

    [Fact]
    public void RandomNamesOfRandomNumberGiveAClassThatCompilesWithoutAWarning()
    {
        Gen<char> nasty = Gen.OneOf(Gen.Char["aA1_ .:/"], Gen.Char["\u0085\u2028\u2029\u202E\u200B\0\t\n\"\\*/{}<>&@#"], Gen.Char);
        Gen.Select(Gen.String[nasty, 0, 12].Array[1, 8], Gen.String[nasty, 0, 12]).Sample(
            (names, description) =>
            {
                ModelBuilder model = new();
                string[] unique = [.. names.Distinct()];
                foreach (string name in unique)
                    model.Input(name, 1, 2);
                model.Node("Sum", "a", "the output").Output("the output", 1, 2);
                model.Proto.Graph.Node[0].Input.Clear();
                model.Proto.Graph.Node[0].Input.Add(unique);
                model.Proto.DocString = description;
                model.Proto.ProducerName = description;
                model.Proto.MetadataProps.Add(new Onnx.Wire.StringStringEntryProto { Key = description, Value = description });
                using TestProject project = new TestProject().Model("net.onnx", model);
                Generation generation = Generation.Of(project);
                Assert.True(generation.Errors.Length == 0, string.Join("\n", generation.Errors));
            },
            iter: 40, threads: 1);
    }

    [Theory]
    [InlineData("model.onnx", "Model")]
    [InlineData("input.onnx", "InputModel")]
    [InlineData("1 - résumé (final).onnx", "_1RésuméFinal")]
    [InlineData("class.onnx", "Class")]
    [InlineData("Tensor.onnx", "Tensor")]
    [InlineData("System.onnx", "System")]
    public void AnyFileNameGivesAClassThatCompiles(string file, string expected)
    {
        using TestProject project = new TestProject().Model(file, ModelBuilder.Relu("n", 3));
        Assert.Contains($"public sealed partial class {expected} :", Generation.Of(project).Compiles().Source, StringComparison.Ordinal);
    }

    [Fact]
    public void TypesOfTheProjectWithTheNamesOfTheRuntimesDoNotGetInTheWay()
    {
        using TestProject project = new TestProject
        {
            Code = """
                namespace Shop
                {
                    internal class Tensor; internal class Shape; internal class Model; internal class Image; internal class M; internal class D; internal class S; internal class E;
                    namespace System { internal class ReadOnlySpan; }
                    namespace Dims { internal class N1; }
                    namespace ModelGen { internal class Engines; }
                }
                """,
        }.RealModel("digits");
        Generation.Of(project).Compiles();
    }
}
