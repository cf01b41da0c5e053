namespace ModelGen.EndToEnd;

/// <summary>Tests that look at what the meter tells of the digits model: one after the other, and beside no other test.</summary>
[CollectionDefinition(nameof(DigitsMeter), DisableParallelization = true)]
public class DigitsMeter;
