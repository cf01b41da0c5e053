namespace ModelGen.Engines;

/// <summary>Moves the tensors of one call to the provider and back. Nothing is allocated where it can be helped.</summary>
internal interface ITransfer
{
    /// <summary>Before the run.</summary>
    /// <param name="inputs">The inputs, in the model's order.</param>
    /// <param name="withDefaults">Whether inputs that have a default were given a value too.</param>
    void Upload(Slot[] inputs, bool withDefaults);

    /// <summary>After the run. When it returns, the outputs can be read.</summary>
    /// <param name="outputs">The outputs, in the model's order.</param>
    void Download(Slot[] outputs);

    /// <summary>After a failure: waits for what is under way. Throws nothing, since an error is on its way already.</summary>
    void Abandon();
}
