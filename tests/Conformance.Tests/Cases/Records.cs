namespace ModelGen.Conformance;

/// <summary>One model of zoo.json, keras.json or ml-contrib.json: what it was run with and what came out.</summary>
/// <param name="Model">The file in the archive of the same name.</param>
/// <param name="Inputs">What the run was given.</param>
/// <param name="Outputs">What ONNX Runtime gave.</param>
/// <param name="DataDependent">Whether some output's shape depends on values: then the dims are those of this run only.</param>
internal sealed record ModelRecord(string Model, IReadOnlyList<InputRecord> Inputs, IReadOnlyList<OutputRecord> Outputs, bool DataDependent);

/// <summary>An input of a run.</summary>
/// <param name="Name">The input's name.</param>
/// <param name="Fixed">The dims of the run; null for what is not a tensor.</param>
internal sealed record InputRecord(string Name, IReadOnlyList<long>? Fixed);

/// <summary>An output of a run.</summary>
/// <param name="Name">The output's name.</param>
/// <param name="Type">Its type as ONNX Runtime writes it: <c>seq(tensor(float))</c>.</param>
/// <param name="Actual">Its dims; null for what is not a tensor.</param>
/// <param name="Elements">The dims of a sequence's elements; null where these are not tensors.</param>
internal sealed record OutputRecord(string Name, string Type, IReadOnlyList<long>? Actual, IReadOnlyList<IReadOnlyList<long>?>? Elements);

/// <summary>A model's <c>.truth.json</c>.</summary>
/// <param name="Model">The file's name.</param>
/// <param name="Cases">Its runs.</param>
internal sealed record TruthRecord(string Model, IReadOnlyList<TruthRun> Cases);

/// <summary>One run of a <see cref="TruthRecord"/>.</summary>
internal sealed record TruthRun(IReadOnlyList<TruthPort> Inputs, IReadOnlyList<TruthPort> Outputs);

/// <summary>An input or output of a <see cref="TruthRun"/>.</summary>
internal sealed record TruthPort(string Name, string Type, IReadOnlyList<long> Shape);
