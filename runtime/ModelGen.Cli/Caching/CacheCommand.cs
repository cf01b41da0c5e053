extern alias runtime;

using System.CommandLine;
using System.Globalization;
using ModelGen.Onnx;
using runtime::ModelGen.Engines;

namespace ModelGen.Cli;

/// <summary><c>modelgen cache</c>: what is in the engine cache, and what is to go.</summary>
internal static class CacheCommand
{
    /// <summary>The commands' names.</summary>
    internal const string Name = "cache", ListName = "list", PruneName = "prune", VerifyName = "verify";

    private const int ShortestHash = 4;

    /// <summary>Builds the command.</summary>
    internal static Command Create(Surroundings surroundings) => new(Name, "Lists, removes and checks the built engines that are kept for the next process.")
    {
        CreateList(surroundings),
        CreatePrune(surroundings),
        CreateVerify(surroundings),
    };

    private static Command CreateList(Surroundings surroundings)
    {
        Command command = new(ListName, "Lists the engines, the last used first.");
        CacheArguments cache = new(command);
        command.SetAction(result =>
        {
            EngineCache opened = cache.Open(result);
            IReadOnlyList<CacheEntry> entries = opened.List();
            if (cache.Json(result))
                CacheJson.WriteList(surroundings.Output, opened.Folder, entries);
            else
                CachePage.WriteList(surroundings, opened.Folder, entries);
            return ExitCode.Fine;
        });
        return command;
    }

    private static Command CreatePrune(Surroundings surroundings)
    {
        Command command = new(PruneName, "Removes engines, damaged entries and what crashed builders left; never an engine in use.");
        CacheArguments cache = new(command);
        Option<long?> size = Amount("--max-size", "What may stay; the engines not used for longest go.", "10GB", Amounts.Size);
        Option<TimeSpan?> age = Amount("--older-than", "Engines that were not used for longer go.", "30d", Amounts.Age);
        Option<string?> model = new("--model") { Description = "Only engines of this model: its .onnx file, its SHA-256, or the beginning of that.", HelpName = "MODEL" };
        Option<bool> all = new("--all") { Description = "All engines go." };
        Option<bool> dry = new("--dry-run") { Description = "Only say what would go." };
        foreach (Option option in new Option[] { size, age, model, all, dry })
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(model) is not null && result.GetResult(size) is null && result.GetResult(age) is null && result.GetResult(all) is null)
                result.AddError("--model alone says only which engines to look at: add --all, --older-than or --max-size.");
        });
        command.SetAction(result =>
        {
            EngineCache opened = cache.Open(result);
            PruneResult pruned = opened.Prune(new PruneRequest
            {
                MaxBytes = result.GetValue(size),
                OlderThan = result.GetValue(age),
                All = result.GetValue(all),
                Model = result.GetValue(model) is { } text ? Model(text) : null,
                DryRun = result.GetValue(dry),
            });
            if (cache.Json(result))
                CacheJson.WritePruned(surroundings.Output, opened.Folder, pruned, result.GetValue(dry));
            else
                CachePage.WritePruned(surroundings, pruned, result.GetValue(dry));
            foreach (CacheFault fault in pruned.Failed)
                surroundings.Complain(Printable.Line($"{CachePage.Short(fault.Id)} can't be removed: {fault.Problem}"));
            return pruned.Failed.IsEmpty ? ExitCode.Fine : ExitCode.InputAtFault;
        });
        return command;
    }

    private static Command CreateVerify(Surroundings surroundings)
    {
        Command command = new(VerifyName, "Reads every file and compares it with its SHA-256. Ends with 1 when something is damaged.");
        CacheArguments cache = new(command);
        Option<string?> key = new("--signing-key") { Description = "A file whose bytes are the key that the engines must be signed with.", HelpName = "FILE" };
        command.Add(key);
        command.SetAction((result, stop) => Task.Run(
            () =>
            {
                EngineCache opened = cache.Open(result, result.GetValue(key) is { } file ? File.ReadAllBytes(file) : null);
                int count = opened.List().Count;
                IReadOnlyList<CacheFault> faults = opened.Verify(stop);
                if (cache.Json(result))
                    CacheJson.WriteFaults(surroundings.Output, opened.Folder, count, faults);
                else
                    CachePage.WriteFaults(surroundings, opened.Folder, count, faults);
                return faults.Count == 0 ? ExitCode.Fine : ExitCode.InputAtFault;
            },
            CancellationToken.None));
        return command;
    }

    private static Option<T?> Amount<T>(string name, string description, string example, Func<string, T?> parse)
        where T : struct => new(name)
        {
            Description = description,
            HelpName = example,
            CustomParser = argument =>
            {
                T? amount = parse(argument.Tokens[0].Value);
                if (amount is null)
                    argument.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} can't be '{Printable.Line(argument.Tokens[0].Value)}'; write it as in {name} {example}."));
                return amount;
            },
        };

    // An empty text would be the beginning of every hash.
    private static string Model(string text)
    {
        string hash = File.Exists(text) ? ModelHash.Sha256(text) : text;
        return hash.Length >= ShortestHash && hash.All(char.IsAsciiHexDigit)
            ? hash
            : throw new UserFault($"{Printable.Quote(text)} is neither a file that can be read nor the first {ShortestHash} or more digits of a SHA-256.");
    }
}
