using ModelGen.Models;

return await CommandLine.RunAsync(args);
