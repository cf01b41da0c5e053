using System.Reflection;
using CsCheck;
using Dims;

namespace ModelGen.Tests.Tensors;

public class CompositeDimTests
{
    [Fact]
    public void NumbersAreSpelledInGroupsOfThreeDigits()
    {
        Assert.Equal(1024, DimValue.OfDim<N<N1, N24>>());
        Assert.Equal(50_257, DimValue.OfDim<N<N50, N257>>());
        Assert.Equal(999_999, DimValue.OfDim<N<N999, N999>>());
        Assert.Equal(1_000_000, DimValue.OfDim<N<N1, N0, N0>>());
        Assert.Equal(999_999_999, DimValue.OfDim<N<N999, N999, N999>>());
        Assert.Equal(int.MaxValue, DimValue.OfDim<N<N2, N147, N483, N647>>());
    }

    [Fact]
    public void ANumberBeyondInt32SaysSo()
    {
        var error = Assert.Throws<ModelGenException>(() => DimValue.OfDim<N<N2, N147, N483, N648>>());
        Assert.Equal("The dim is too large: expected at most 2147483647, got 2147483648. Split the tensor: .NET indexes memory with 32-bit integers.", error.Message);
        Assert.Throws<ModelGenException>(() => DimValue.OfDim<N<N999, N999, N999, N999>>());
    }

    [Fact]
    public void EverySpellingHasItsValue() =>
        Gen.OneOf(Gen.Int[1000, 999_999], Gen.Int[1_000_000, 999_999_999], Gen.Int[1_000_000_000, int.MaxValue])
            .Sample(number => Assert.Equal(number, DimValue.Of(Spell(number))), iter: 300, threads: 1);

    [Fact]
    public void NoNumberHasASecondSpelling()
    {
        Assert.Throws<ArgumentException>(() => typeof(N<,>).MakeGenericType(typeof(N0), typeof(N24)));
        Assert.Throws<ArgumentException>(() => typeof(N<,,>).MakeGenericType(typeof(N0), typeof(N1), typeof(N24)));
        Assert.Throws<ArgumentException>(() => typeof(N<,,,>).MakeGenericType(typeof(N0), typeof(N1), typeof(N1), typeof(N24)));
        Assert.Throws<ArgumentException>(() => typeof(N<,>).MakeGenericType(typeof(N1), typeof(N<N1, N24>)));
        Assert.Throws<ArgumentException>(() => typeof(N<,>).MakeGenericType(typeof(N<N1, N24>), typeof(N1)));
    }

    [Theory]
    [InlineData(typeof(IDim))]
    [InlineData(typeof(IShape))]
    public void NoOtherAssemblyCanImplement(Type contract) =>
        Assert.Contains(contract.GetMethods(BindingFlags.Static | BindingFlags.NonPublic), method => method is { IsAssembly: true, IsAbstract: true });

    private static Type Spell(int number)
    {
        var groups = new Stack<Type>();
        for (; number > 0; number /= 1000)
            groups.Push(typeof(IDim).Assembly.GetType($"Dims.N{number % 1000}", throwOnError: true)!);
        Type definition = groups.Count switch { 2 => typeof(N<,>), 3 => typeof(N<,,>), _ => typeof(N<,,,>) };
        return definition.MakeGenericType([.. groups]);
    }
}
