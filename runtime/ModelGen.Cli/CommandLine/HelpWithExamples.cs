using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ModelGen.Cli;

/// <summary>The help that is made from the options, then examples and the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string ExitCodes = """

        Exit codes:
          0    fine
          1    the input is at fault: a model, an input file, or the folder for the results; compare: beyond the tolerance; build: no engine
          2    the command line is wrong
          70   a mistake of modelgen itself; please report it
          130  stopped with Ctrl+C
        """;

    private const string Root = """

        Examples:
          modelgen inspect net.onnx                    its inputs, outputs, operators and size
          modelgen preprocess cat.jpg --config preprocessor_config.json --out cat.npy
                                                       the tensor that a model sees of a picture
          modelgen run net.onnx --dim batch=1 --out y  runs it once on zeros
          modelgen bench net.onnx --dim batch=1        how fast it is
          modelgen profile net.onnx --dim batch=1      where its time goes
          modelgen compare net.onnx --dim batch=1 --providers cpu,tensorrt
                                                       whether two providers agree
          modelgen build net.onnx --dim batch=1        its TensorRT engine, into the cache
          modelgen cache list                          the built engines that are kept
        """;

    private const string Inspect = """

        Examples:
          modelgen inspect net.onnx
          modelgen inspect net.onnx --dim batch=1 --dim height=224
          modelgen inspect net.onnx --shape image=1x3x224x224 --json | jq .outputs
        """;

    private const string Preprocess = """

        Examples:
          modelgen preprocess cat.jpg --config preprocessor_config.json --out cat.npy
          modelgen preprocess cat.jpg --config torchvision:resnet50 --out cat.npy
          modelgen preprocess cat.jpg --config "yolo;pad=0" --height 640 --width 640 --out cat.npy
          modelgen preprocess cat.jpg --config "keras:tf;filter=bilinear" --model net.onnx --out cat.npy --json
        """;

    private const string Run = """

        Examples:
          modelgen run net.onnx --dim batch=1 --out results
          modelgen run net.onnx --input image=cat.npy --out results
          modelgen run net.onnx --input ids=ids.npy --shape mask=1x128 --out results
        """;

    private const string Bench = """

        Examples:
          modelgen bench net.onnx --dim batch=1
          modelgen bench net.onnx --shape image=8x3x224x224 --seconds 30 --json
        """;

    private const string Profile = """

        Examples:
          modelgen profile net.onnx --dim batch=1
          modelgen profile net.onnx --dim batch=1 --by operator --runs 100
          modelgen profile net.onnx --shape image=8x3x224x224 --trace trace.json     then open trace.json in ui.perfetto.dev
        """;

    private const string Compare = """

        Examples:
          modelgen compare net.onnx --dim batch=1 --providers "cpu,tensorrt;precision=fp16" --samples 5
          modelgen compare net.onnx --against net-int8.onnx --input image=cat.npy --tolerance 0.05
          modelgen compare net.onnx --dim batch=1 --providers "cpu,cpu;optimization=off" --nodes
        """;

    private const string Build = """

        Examples:
          modelgen build net.onnx --dim batch=1 --precision fp16
          modelgen build net.onnx --profile batch=1,8,32 --level 4
          modelgen build net.onnx --dim batch=1 --folder /var/cache/shop/engines --json | jq -r .key
        """;

    private const string Cache = """

        Examples:
          modelgen cache list
          modelgen cache prune --max-size 5GB --dry-run
          modelgen cache prune --older-than 30d
          modelgen cache prune --model net.onnx --all
          modelgen cache verify --json | jq .faults
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int exitCode = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(parseResult.CommandResult.Command.Name switch
        {
            InspectCommand.Name => Inspect,
            PreprocessCommand.Name => Preprocess,
            RunCommand.Name => Run,
            BenchCommand.Name => Bench,
            ProfileCommand.Name => Profile,
            CompareCommand.Name => Compare,
            BuildCommand.Name => Build,
            CacheCommand.Name or CacheCommand.ListName or CacheCommand.PruneName or CacheCommand.VerifyName => Cache,
            _ => Root,
        });
        output.WriteLine(ExitCodes);
        return exitCode;
    }
}
