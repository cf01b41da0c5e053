using ModelGen.Conformance;

return FailureList.Run(args);
