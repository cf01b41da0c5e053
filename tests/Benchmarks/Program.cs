using BenchmarkDotNet.Running;
using ModelGen.Benchmarks;

switch (args)
{
    case [BatchingComparison.Verb]:
        BatchingComparison.Run();
        break;
    case [CallersComparison.Verb, .. string[] models]:
        CallersComparison.Run(models);
        break;
    case [ColdGenerator.Verb, .. string[] rest]:
        ColdGenerator.Run(rest);
        break;
    case [GarbageComparison.Verb, .. string[] models]:
        GarbageComparison.Run(models);
        break;
    case [InferenceScaling.Verb, .. string[] rest]:
        InferenceScaling.Run(rest);
        break;
    case [LatencyUnderLoad.Verb, .. string[] models]:
        LatencyUnderLoad.Run(models);
        break;
    case [PreprocessingComparison.Verb]:
        PreprocessingComparison.Run();
        break;
    case [ResamplingComparison.Verb, .. string[] rest]:
        ResamplingComparison.Run(rest);
        break;
    case [RentedCallComparison.Verb]:
        RentedCallComparison.Run();
        break;
    case [SegmentationComparison.Verb]:
        SegmentationComparison.Run();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
