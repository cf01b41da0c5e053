using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using ModelGen;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds generated models to a container.</summary>
/// <remarks>
/// A model is one instance for the whole program, loaded when it is first asked for, and disposed with the container. Its log goes to the container's
/// logger factory unless the options name another one. <see cref="ModelLoader{TModel}"/> loads it ahead of time, and <see cref="ModelHealthCheck{TModel}"/>
/// says how far that is.
/// </remarks>
public static class ModelServiceCollectionExtensions
{
    /// <summary>Adds a model.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Changes the options: <c>o => o with { Provider = Provider.Cpu }</c>; null for the defaults.</param>
    public static IServiceCollection AddModel<TModel>(this IServiceCollection services, Func<ModelOptions, ModelOptions>? configure = null)
        where TModel : Model, IModel<TModel> =>
        services.AddModel<TModel>((_, options) => configure?.Invoke(options) ?? options);

    /// <summary>Adds a model whose options come from other services.</summary>
    /// <inheritdoc cref="AddModel{TModel}(IServiceCollection, Func{ModelOptions, ModelOptions}?)"/>
    public static IServiceCollection AddModel<TModel>(this IServiceCollection services, Func<IServiceProvider, ModelOptions, ModelOptions> configure)
        where TModel : Model, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(provider => Loader<TModel>(provider, configure));
        services.TryAddSingleton(provider => provider.GetRequiredService<ModelLoader<TModel>>().Model);
        services.TryAddTransient<ModelHealthCheck<TModel>>();
        return services;
    }

    /// <summary>Adds a model under a key, for several instances of one class with other options each: <c>[FromKeyedServices("fast")] ResNet50 model</c>.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="serviceKey">The key, of the model and of its loader.</param>
    /// <param name="configure">Changes the options; null for the defaults.</param>
    /// <typeparam name="TModel">The generated class.</typeparam>
    public static IServiceCollection AddKeyedModel<TModel>(this IServiceCollection services, object serviceKey, Func<ModelOptions, ModelOptions>? configure = null)
        where TModel : Model, IModel<TModel> =>
        services.AddKeyedModel<TModel>(serviceKey, (_, options) => configure?.Invoke(options) ?? options);

    /// <summary>Adds a model under a key, whose options come from other services.</summary>
    /// <inheritdoc cref="AddKeyedModel{TModel}(IServiceCollection, object, Func{ModelOptions, ModelOptions}?)"/>
    public static IServiceCollection AddKeyedModel<TModel>(this IServiceCollection services, object serviceKey, Func<IServiceProvider, ModelOptions, ModelOptions> configure)
        where TModel : Model, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddKeyedSingleton(serviceKey, (provider, _) => Loader<TModel>(provider, configure));
        services.TryAddKeyedSingleton(serviceKey, (provider, key) => provider.GetRequiredKeyedService<ModelLoader<TModel>>(key).Model);
        return services;
    }

    private static ModelLoader<TModel> Loader<TModel>(IServiceProvider provider, Func<IServiceProvider, ModelOptions, ModelOptions> configure)
        where TModel : Model, IModel<TModel> =>
        new(() => configure(provider, new ModelOptions { LoggerFactory = provider.GetService<ILoggerFactory>() }));
}
