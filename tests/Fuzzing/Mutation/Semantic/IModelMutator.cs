using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>Changes what a model means; the file stays sound protobuf.</summary>
internal interface IModelMutator
{
    /// <summary>Changes the model in place; does nothing where there is nothing to change.</summary>
    void Mutate(ModelProto model, Corpus corpus, Random random);
}
