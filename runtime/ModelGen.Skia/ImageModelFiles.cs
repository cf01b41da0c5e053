namespace ModelGen;

/// <summary>Lets models that take pictures take image files: <c>ResNet50.Predict("cat.jpg")</c>.</summary>
public static class ImageModelFiles
{
    extension<TSelf, TResult>(ImageModel<TSelf, TResult> model)
        where TSelf : ImageModel<TSelf, TResult>, IImageModel<TSelf, TResult>
    {
        /// <summary>Decodes an image file and runs it on the shared default instance.</summary>
        /// <param name="path">A JPEG, PNG, WebP, GIF or BMP file.</param>
        /// <exception cref="ImageDecodeException">The file is damaged or no picture; the message says which.</exception>
        /// <exception cref="IOException">The file is missing or can't be read.</exception>
        public static TResult Predict(string path) => TSelf.Predict(Image.Load(path));

        /// <summary>Decodes an image file and runs it.</summary>
        /// <param name="path">A JPEG, PNG, WebP, GIF or BMP file.</param>
        /// <param name="cancellationToken">Stops the run.</param>
        /// <exception cref="ImageDecodeException">The file is damaged or no picture; the message says which.</exception>
        /// <exception cref="IOException">The file is missing or can't be read.</exception>
        public TResult Run(string path, CancellationToken cancellationToken = default) => model.Run(Image.Load(path), cancellationToken);
    }
}
