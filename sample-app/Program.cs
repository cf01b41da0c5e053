using System.Text;
using SampleApp;

// Labels and file names are Unicode; a Windows console starts with an older code page.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.RunAsync(args);
