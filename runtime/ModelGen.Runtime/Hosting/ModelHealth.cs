using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ModelGen;

/// <summary>Registrations of models' health checks: <c>services.AddHealthChecks().Add(ModelHealth.Of&lt;ResNet50&gt;())</c>.</summary>
public static class ModelHealth
{
    /// <summary>The health check of a model that was added to the container.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="serviceKey">The key that the model was added under; null for none.</param>
    /// <param name="name">The check's name; null for the model's own.</param>
    /// <param name="failureStatus">What to report when the model can't be loaded; null for unhealthy.</param>
    /// <param name="tags">Tags, such as <c>ready</c>; null for none.</param>
    public static HealthCheckRegistration Of<TModel>(object? serviceKey = null, string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
        where TModel : Model, IModel<TModel> =>
        new(name ?? TModel.Info.Name, provider => new ModelHealthCheck<TModel>(Loader<TModel>(provider, serviceKey)), failureStatus, tags);

    private static ModelLoader<TModel> Loader<TModel>(IServiceProvider provider, object? serviceKey) where TModel : Model, IModel<TModel> =>
        serviceKey is null ? provider.GetRequiredService<ModelLoader<TModel>>() : provider.GetRequiredKeyedService<ModelLoader<TModel>>(serviceKey);
}
