namespace ModelGen;

/// <summary>What every generated class that takes a picture offers to generic code.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
/// <typeparam name="TResult">What one picture gives.</typeparam>
public interface IImageModel<TSelf, TResult> : IModel<TSelf> where TSelf : Model, IImageModel<TSelf, TResult>
{
    /// <summary>What happens to a picture on its way into the input tensor.</summary>
    static abstract ImagePipeline Preprocessing { get; }

    /// <summary>Runs one picture on the shared default instance.</summary>
    static abstract TResult Predict(ImageView image);
}
