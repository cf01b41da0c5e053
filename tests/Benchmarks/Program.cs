using BenchmarkDotNet.Running;
using ModelGen.Benchmarks;

if (args is [ColdGenerator.Verb, .. string[] rest])
    ColdGenerator.Run(rest);
else if (args is [PreprocessingComparison.Verb])
    PreprocessingComparison.Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
