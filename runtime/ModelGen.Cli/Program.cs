using System.Text;
using ModelGen.Cli;

// Names in models are Unicode; a Windows console starts with an older code page.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await App.RunAsync(args, Surroundings.OfProcess(), CancellationToken.None);
