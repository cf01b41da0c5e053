using System.Globalization;
using ModelGen.Footprint;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case []:
        FirstResult.Print();
        InstanceMemory.Print();
        Cycles.Print();
        ManyCalls.Print(10_000_000);
        return 0;
    case ["first-result"]:
        FirstResult.Print();
        return 0;
    case ["instances"]:
        InstanceMemory.Print();
        return 0;
    case ["cycles"]:
        Cycles.Print();
        return 0;
    case ["calls", string count] when long.TryParse(count, out long calls):
        ManyCalls.Print(calls);
        return 0;
    case [Child.Verb, .. string[] rest]:
        Child.Run(rest);
        return 0;
    default:
        Console.Error.WriteLine("""
            Footprint                 everything: some minutes
            Footprint first-result    from the start of a process to its first result
            Footprint instances       memory of each further instance
            Footprint cycles          1,000 instances made and disposed of, one after the other
            Footprint calls N         N calls of the smallest model
            """);
        return 2;
}
