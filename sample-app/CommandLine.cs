using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using ModelGen;

namespace SampleApp;

/// <summary>What can be asked for, and the exit code for a command line that can't be understood.</summary>
internal static class CommandLine
{
    private const int ModelFailed = 1;
    private const int UsageError = 2;

    private const string Examples = """

        Examples:
          sample-app                                the four photos that come along
          sample-app cat.jpg dog.png --top 5        some pictures, five labels each
          sample-app photos --csv results.csv       every picture in a folder, into a file
          sample-app photos --json - | jq .         the same as JSON, into a pipe

        Exit codes:
          0    every picture was classified
          1    a picture was skipped, a folder had none, or the model can't run
          2    the command line is wrong
          130  stopped with Ctrl+C; what was done so far has been written
        """;

    internal static async Task<int> RunAsync(string[] args)
    {
        RootCommand command = Create();
        // Without this, a picture called @cat.jpg would be read as a file of further arguments.
        ParseResult result = command.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0)
        {
            foreach (ParseError error in result.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("sample-app --help lists what is there.");
            return UsageError;
        }

        try
        {
            // After Ctrl+C there is time to write down what was done so far.
            return await result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30), EnableDefaultExceptionHandler = false });
        }
        catch (ModelGenException e)
        {
            // The model can't be loaded or run. The message says what to do; where in the code it happened helps nobody.
            await Console.Error.WriteLineAsync(e.Message);
            return ModelFailed;
        }
    }

    private static RootCommand Create()
    {
        Argument<string[]> paths = new("path")
        {
            Description = "Pictures, or folders of pictures (with their subfolders). Without any: the photos that come along.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        paths.Validators.Add(argument =>
        {
            foreach (string path in argument.Tokens.Select(token => token.Value).Where(path => path.StartsWith('-') && !Path.Exists(path)))
                argument.AddError($"There is no option {path}, and no file of that name.");
        });
        Option<int> top = new("--top")
        {
            Description = $"Labels a picture, 1 to {EfficientNetLite0.Labels.Count}.",
            HelpName = "N",
            DefaultValueFactory = _ => 3,
            CustomParser = argument =>
            {
                if (int.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1 && count <= EfficientNetLite0.Labels.Count)
                    return count;
                argument.AddError($"--top takes a number from 1 to {EfficientNetLite0.Labels.Count}, as in --top 5.");
                return 0;
            },
        };
        Option<string?> csv = new("--csv") { Description = "Write CSV, a row for each label, to a file or - for standard output. No table then.", HelpName = "FILE" };
        Option<string?> json = new("--json") { Description = "Write JSON to a file or - for standard output. No table then.", HelpName = "FILE" };

        RootCommand command = new("Says what is on photos: EfficientNet-Lite0 as a class that ModelGen generated from the .onnx file.") { paths, top, csv, json };
        command.Validators.Add(result =>
        {
            if (result.GetResult(csv)?.Tokens is [{ Value: "-" }] && result.GetResult(json)?.Tokens is [{ Value: "-" }])
                result.AddError("Only one of --csv and --json can go to standard output: give the other one a file.");
        });
        foreach (HelpOption help in command.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        command.SetAction((result, stop) => Task.Run(
            () => new ClassifyCommand(result.GetValue(paths) ?? [], result.GetValue(top), result.GetValue(csv), result.GetValue(json)).Run(stop),
            CancellationToken.None));
        return command;
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            int exitCode = help.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.WriteLine(Examples);
            return exitCode;
        }
    }
}
