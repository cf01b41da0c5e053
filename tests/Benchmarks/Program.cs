using BenchmarkDotNet.Running;
using ModelGen.Benchmarks;

<<<<<<< HEAD
if (args is [ColdGenerator.Verb, .. string[] rest])
    ColdGenerator.Run(rest);
=======
if (args is ["ratios"])
    Ratios.Print();
>>>>>>> endtoend
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
