using ModelGen.Fuzzing;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}
return options.Replay is { } file ? Replay.Run(file) : new Campaign(options).Run();
