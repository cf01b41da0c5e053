using System.Globalization;

namespace ModelGen.Engines;

/// <summary>The errors for calls that get no turn.</summary>
internal static class BusyError
{
    private const string Leases =
        "Dispose each rented call as soon as its outputs are read, best with 'using': one that is never disposed is lost until the model is unloaded. " +
        "A thread must not rent a call while it waits for another one. ";

    /// <summary>The error.</summary>
    public static ModelBusyException Of(Turn turn, ModelInfo info, CallLimits limits, CallGate gate) =>
        turn == Turn.QueueFull ? QueueFull(info.Name, limits.Queued) : TimedOut(info.Name, limits, gate);

    /// <summary>The error for a call too many.</summary>
    public static ModelBusyException QueueFull(string model, int queued) => new(
        "The model is busy, and no further call may wait",
        expected: string.Create(CultureInfo.InvariantCulture, $"at most {queued:N0} calls that wait"),
        actual: "one more",
        where: $"model '{model}'",
        remedy: "Send the call again later, or answer that the service is overloaded. ModelOptions.MaxQueuedCalls is the limit: raise it only if calls may wait longer.");

    private static ModelBusyException TimedOut(string model, CallLimits limits, CallGate gate) => new(
        "The model is busy: the call got no turn in time",
        expected: string.Create(CultureInfo.InvariantCulture, $"a turn within {limits.Timeout.TotalSeconds:0.###} s (ModelOptions.CallTimeout)"),
        actual: string.Create(CultureInfo.InvariantCulture, $"{gate.Inside:N0} of {gate.Limit:N0} calls still rented and {gate.Waiting:N0} others waiting"),
        where: $"model '{model}'",
        remedy: Leases + "When all of them are really at work, send fewer calls at a time, or raise ModelOptions.MaxCalls or CallTimeout.");
}
