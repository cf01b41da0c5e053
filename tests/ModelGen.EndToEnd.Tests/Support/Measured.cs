using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ModelGen.EndToEnd.Support;

/// <summary>What ModelGen's meter told of one model while this existed.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Instrument, double Value, Dictionary<string, object?> Tags)> _all = new();

    public Measured(string model, Func<Instrument, bool>? wanted = null)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ModelGenTelemetry.MeterName && wanted?.Invoke(instrument) != false)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            Dictionary<string, object?> all = new(tags.ToArray());
            if (all["modelgen.model.name"] is string name && name == model)
                _all.Enqueue((instrument.Name, value, all));
        }
    }

    public double[] Of(string instrument) => [.. _all.Where(entry => entry.Instrument == instrument).Select(entry => entry.Value)];

    public Dictionary<string, object?>[] TagsOf(string instrument) => [.. _all.Where(entry => entry.Instrument == instrument).Select(entry => entry.Tags)];

    /// <summary>Asks the instruments that look rather than being told.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();
}
