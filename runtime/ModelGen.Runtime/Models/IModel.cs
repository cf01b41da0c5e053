namespace ModelGen;

/// <summary>What every generated class offers to generic code.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface IModel<TSelf> where TSelf : Model, IModel<TSelf>
{
    /// <summary>Names, types, shapes and hash of the model.</summary>
    static abstract ModelInfo Info { get; }

    /// <summary>Loads the model.</summary>
    static abstract TSelf Create(ModelOptions? options = null);
}
