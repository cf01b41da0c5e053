using BenchmarkDotNet.Running;
using ModelGen.Benchmarks;

if (args is ["ratios"])
    Ratios.Print();
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
