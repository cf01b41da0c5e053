using BenchmarkDotNet.Running;
using ModelGen.Benchmarks;

switch (args)
{
    case [ColdGenerator.Verb, .. string[] rest]:
        ColdGenerator.Run(rest);
        break;
    case ["ratios"]:
        Ratios.Print();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
