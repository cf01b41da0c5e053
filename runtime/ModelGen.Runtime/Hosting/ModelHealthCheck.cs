using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ModelGen;

/// <summary>
/// The health of a model in a container: healthy when it answers calls; degraded while it is not loaded yet or is being loaded; otherwise as the
/// registration says (unhealthy unless set), with the error.
/// </summary>
/// <remarks>It never loads the model by itself, so that a probe costs nothing.</remarks>
/// <typeparam name="TModel">The generated class.</typeparam>
/// <param name="loader">The model's loader.</param>
public sealed class ModelHealthCheck<TModel>(ModelLoader<TModel> loader) : IHealthCheck where TModel : Model, IModel<TModel>
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        string model = $"The model '{TModel.Info.Name}'";
        return Task.FromResult(loader.State switch
        {
            ModelState.Ready => HealthCheckResult.Healthy($"{model} is ready on {loader.Model.Engine.Report.Provider}."),
            ModelState.Loading => HealthCheckResult.Degraded($"{model} is being loaded{Phase(loader.Progress)}."),
            ModelState.NotLoaded => HealthCheckResult.Degraded($"{model} is not loaded yet: the first call will, or ModelLoader<{typeof(TModel).Name}>.LoadAsync."),
            ModelState.Disposed => new(context.Registration.FailureStatus, $"{model} has been disposed."),
            _ => new(context.Registration.FailureStatus, $"{model} can't be loaded: {loader.Error?.Message}", loader.Error),
        });
    }

    private static string Phase(EngineProgress? progress) =>
        progress is { } at ? FormattableString.Invariant($": {at.Phase}, {at.Elapsed.TotalSeconds:0.0} s") : "";
}
