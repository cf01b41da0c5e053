using ModelGen.Onnx;

namespace ModelGen.Models;

/// <summary>One model's file, which is there as a whole and right, or not there.</summary>
internal sealed class BuiltFile(KnownNetwork network, string folder)
{
    public string Path { get; } = System.IO.Path.Combine(folder, network.FileName);

    /// <summary>Whether the right file is there. It reads all of it.</summary>
    public bool IsThere => File.Exists(Path) && ModelHash.Sha256(Path) == network.Sha256;

    /// <summary>Writes the file under another name, reads it again, and moves it to its place.</summary>
    /// <param name="progress">Hears how many weights are written, of how many.</param>
    /// <param name="stop">Ends the writing; what there is of the file is deleted.</param>
    /// <exception cref="WrongModelException">What was written is not the known file.</exception>
    /// <exception cref="IOException">The disk.</exception>
    public void Write(Action<long, long> progress, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        string unfinished = System.IO.Path.Combine(folder, $".{network.Name}.{System.IO.Path.GetRandomFileName()}");
        try
        {
            Network built = network.Build();
            long total = built.WeightCount;
            using (FileStream stream = new(unfinished, FileMode.CreateNew, FileAccess.Write))
                ModelWriter.Write(built, stream, written => progress(written, total), stop);
            Verify(unfinished);
            stop.ThrowIfCancellationRequested();
            File.Move(unfinished, Path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private void Verify(string file)
    {
        string came = ModelHash.Sha256(file);
        if (came != network.Sha256)
            throw new WrongModelException($"{Path}: expected a file with the SHA-256 {network.Sha256}, and wrote one with {came}, which was removed. Either the disk or the processor errs (try again), or the network was changed: then its SHA-256 in KnownNetwork.cs and models/README.md has to change with it.");
        if (ModelReader.Read(file, ShapeFixes.None, CancellationToken.None).Problems.FirstOrDefault(problem => problem.Rule.Severity == ProblemSeverity.Error) is { } problem)
            throw new WrongModelException($"{Path}: expected a model that ModelGen reads, and wrote one with a problem: {problem.Message}");
    }
}
