using System.Runtime.InteropServices;
using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>Runs models of any inputs and outputs through rented calls; tensors are bytes here, in the machine's order.</summary>
internal static class Runner
{
    /// <summary>Random inputs; equal seeds give equal ones.</summary>
    /// <param name="info">The model.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="items">The size of an open first dim.</param>
    public static byte[][] Inputs(ModelInfo info, int seed, int items = 1) =>
        [.. info.Inputs.Select(input => NamedTensor.Random(input.Name, input.Type, seed, input.DimsFor(items)).Data.ToArray())];

    /// <summary>Buffers for the outputs.</summary>
    public static byte[][] Outputs(ModelInfo info, int items = 1) =>
        [.. info.Outputs.Select(output => new byte[output.ItemLength * (output.OpenDim is null ? 1 : items) * ElementTypes.SizeOf(output.Type)])];

    /// <summary>One call from beginning to end.</summary>
    public static byte[][] Run(Engine engine, byte[][] inputs, int items = 1)
    {
        byte[][] outputs = Outputs(engine.Info, items);
        Run(engine, inputs, outputs, items);
        return outputs;
    }

    /// <summary>One call into buffers that are there: it allocates nothing by itself.</summary>
    public static void Run(Engine engine, byte[][] inputs, byte[][] outputs, int items = 1)
    {
        using CallLease call = engine.OpenDims.IsEmpty ? engine.Rent() : engine.Rent(items);
        for (int i = 0; i < inputs.Length; i++)
            inputs[i].CopyTo(Input(call, i, engine.Info.Inputs[i].Type));
        call.Run();
        for (int i = 0; i < outputs.Length; i++)
            Output(call, i, engine.Info.Outputs[i].Type).CopyTo(outputs[i]);
    }

    private static Span<byte> Input(in CallLease call, int index, ElementType type) => ElementTypes.SizeOf(type) switch
    {
        8 => MemoryMarshal.AsBytes(call.InputSpan<long>(index)),
        4 => MemoryMarshal.AsBytes(call.InputSpan<int>(index)),
        2 => MemoryMarshal.AsBytes(call.InputSpan<short>(index)),
        _ => call.InputSpan<byte>(index),
    };

    private static ReadOnlySpan<byte> Output(in CallLease call, int index, ElementType type) => ElementTypes.SizeOf(type) switch
    {
        8 => MemoryMarshal.AsBytes(call.OutputSpan<long>(index)),
        4 => MemoryMarshal.AsBytes(call.OutputSpan<int>(index)),
        2 => MemoryMarshal.AsBytes(call.OutputSpan<short>(index)),
        _ => call.OutputSpan<byte>(index),
    };
}
