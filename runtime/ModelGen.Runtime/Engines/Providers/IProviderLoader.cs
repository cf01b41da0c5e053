namespace ModelGen.Engines;

/// <summary>Loads models for one provider.</summary>
internal interface IProviderLoader
{
    /// <summary>The provider.</summary>
    Provider Provider { get; }

    /// <summary>Whether it can compute in other numbers than the model's.</summary>
    bool TakesPrecision { get; }

    /// <summary>Loads a model.</summary>
    /// <exception cref="ProviderUnavailableException">It can't be used here.</exception>
    /// <exception cref="ModelGenException">The model, or a setting, is at fault: another provider would not help.</exception>
    LoadedModel Load(LoadRequest request, CancellationToken cancellationToken);
}
